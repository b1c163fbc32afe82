//! Options of the Hub, from the environment.

use std::path::{Path, PathBuf};

use super::HubError;

/// The address of the Hub, its cache, and access to it.
#[derive(Clone)]
pub struct HubOptions {
    /// The address of the Hub (`HF_ENDPOINT`), without a slash at its end.
    pub endpoint: String,
    /// The directory of the cache (`HF_HUB_CACHE`, else `HF_HOME/hub`).
    pub cache: PathBuf,
    /// The token for private and gated repositories (`HF_TOKEN`, else the file `HF_TOKEN_PATH`,
    /// else the file `HF_HOME/token`).
    pub token: Option<String>,
    /// Uses the cache only (`HF_HUB_OFFLINE`).
    pub offline: bool,
}

impl HubOptions {
    /// Reads the variables that the Hub's own tools read; `lookup` is `std::env::var` or a
    /// stand-in. An empty variable counts as none.
    ///
    /// # Errors
    /// [`HubError::NoCache`] if neither a variable nor a home directory gives the cache;
    /// [`HubError::Io`] if the file that `HF_TOKEN_PATH` names cannot be read.
    pub fn from_env(lookup: impl Fn(&str) -> Option<String>) -> Result<Self, HubError> {
        let value = |name: &str| lookup(name).filter(|value| !value.trim().is_empty());
        let path = |name: &str| value(name).map(PathBuf::from);
        let home = || {
            let caches = path("XDG_CACHE_HOME")
                .or_else(|| Some(path("HOME").or_else(std::env::home_dir)?.join(".cache")));
            path("HF_HOME").or_else(|| Some(caches?.join("huggingface")))
        };
        let cache =
            path("HF_HUB_CACHE").or_else(|| Some(home()?.join("hub"))).ok_or(HubError::NoCache)?;
        let token = match (value("HF_TOKEN"), path("HF_TOKEN_PATH")) {
            (Some(token), _) => Some(token.trim().to_owned()),
            (None, Some(path)) => {
                read_token(&path).map_err(|cause| HubError::Io { path, cause })?
            }
            (None, None) => home().and_then(|home| read_token(&home.join("token")).ok().flatten()),
        };
        let endpoint = value("HF_ENDPOINT").unwrap_or("https://huggingface.co".to_owned());
        let offline = value("HF_HUB_OFFLINE").is_some_and(|value| {
            ["1", "true", "yes", "on"].contains(&value.trim().to_lowercase().as_str())
        });
        Ok(Self { endpoint: endpoint.trim_end_matches('/').to_owned(), cache, token, offline })
    }
}

fn read_token(path: &Path) -> std::io::Result<Option<String>> {
    let text = std::fs::read_to_string(path)?;
    Ok(Some(text.trim().to_owned()).filter(|token| !token.is_empty()))
}

impl std::fmt::Debug for HubOptions {
    /// Omits the token: options end up in logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("HubOptions")
            .field("endpoint", &self.endpoint)
            .field("cache", &self.cache)
            .field("token", &self.token.as_ref().map(|_| "…"))
            .field("offline", &self.offline)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(variables: &[(&str, &str)]) -> Result<HubOptions, HubError> {
        HubOptions::from_env(|name| {
            let found = variables.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| value.to_string())
        })
    }

    #[test]
    fn options_read_the_variables_of_the_hub() {
        let plain = options(&[("HOME", "/h")]).expect("options");
        assert_eq!(plain.cache, Path::new("/h/.cache/huggingface/hub"));
        assert_eq!(plain.endpoint, "https://huggingface.co");
        assert!(plain.token.is_none() && !plain.offline);

        let cache = |variables: &[(&str, &str)]| options(variables).expect("options").cache;
        assert_eq!(
            cache(&[("XDG_CACHE_HOME", "/x"), ("HOME", "/h")]),
            Path::new("/x/huggingface/hub")
        );
        assert_eq!(cache(&[("HF_HOME", "/f"), ("XDG_CACHE_HOME", "/x")]), Path::new("/f/hub"));
        assert_eq!(cache(&[("HF_HUB_CACHE", "/c"), ("HF_HOME", "/f")]), Path::new("/c"));

        let mirror = options(&[("HOME", "/h"), ("HF_ENDPOINT", "http://mirror/hf/")]);
        assert_eq!(mirror.expect("options").endpoint, "http://mirror/hf");
        for (value, offline) in
            [("1", true), ("ON", true), ("true", true), ("0", false), ("", false)]
        {
            let found = options(&[("HOME", "/h"), ("HF_HUB_OFFLINE", value)]).expect("options");
            assert_eq!(found.offline, offline, "{value:?}");
        }
    }

    #[test]
    fn options_read_the_token_from_the_variable_or_a_file() {
        let dir = tempfile::tempdir().expect("a directory");
        let home = dir.path().to_str().expect("UTF-8");
        let other = dir.path().join("other");
        let other_path = other.to_str().expect("UTF-8");
        std::fs::write(dir.path().join("token"), "from-home\n").expect("write");
        std::fs::write(&other, " from-path \n").expect("write");
        let token = |variables: &[(&str, &str)]| options(variables).expect("options").token;
        assert_eq!(token(&[("HF_HOME", home)]).as_deref(), Some("from-home"));
        let both = [("HF_HOME", home), ("HF_TOKEN_PATH", other_path)];
        assert_eq!(token(&both).as_deref(), Some("from-path"));
        let all = [both[0], both[1], ("HF_TOKEN", " direct ")];
        assert_eq!(token(&all).as_deref(), Some("direct"));
        std::fs::remove_file(&other).expect("remove");
        assert!(matches!(options(&both), Err(HubError::Io { path, .. }) if path == other));
        let shown = format!("{:?}", options(&all).expect("options"));
        assert!(!shown.contains("direct"), "{shown}");
    }
}
