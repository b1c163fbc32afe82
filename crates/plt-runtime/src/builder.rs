//! Builder methods of option types. The types are non-exhaustive, so a new field breaks no caller.

/// Adds one method per field: it sets the field and returns the options.
macro_rules! builder {
    ($type:ty { $($field:ident: $value:ty),+ $(,)? }) => {
        impl $type {
            $(
                #[doc = concat!("Sets `", stringify!($field), "`.")]
                #[must_use]
                pub fn $field(mut self, $field: $value) -> Self {
                    self.$field = $field.into();
                    self
                }
            )+
        }
    };
}

pub(crate) use builder;
