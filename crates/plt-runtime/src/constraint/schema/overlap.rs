//! Patterns of property names that listed names match as well.

use llguidance::derivre::{RegexAst, RegexBuilder};
use llguidance::regex_to_lark;
use serde_json::{Map, Value, json};

/// Steps of the library to find out whether a pattern matches anything.
const FUEL: u64 = 10_000;

/// Moves the schemas of patterns that match listed names only to these names: the library would
/// begin another name that no pattern leaves.
pub(super) fn separate(fields: &mut Map<String, Value>) -> Result<(), (String, String)> {
    let Some(patterns) = fields.get("patternProperties").and_then(Value::as_object).cloned() else {
        return Ok(());
    };
    let listed = fields.get("properties").and_then(Value::as_object);
    let required = fields.get("required").and_then(Value::as_array).into_iter().flatten();
    let mut names: Vec<String> =
        listed.into_iter().flatten().map(|(name, _)| name.clone()).collect();
    names.extend(required.filter_map(Value::as_str).map(str::to_owned));
    let mut others = Map::new();
    for (pattern, schema) in patterns {
        let taken = taken_names(&pattern, &names).map_err(|error| (pattern.clone(), error))?;
        let Some(taken) = taken else {
            others.insert(pattern, schema);
            continue;
        };
        let properties = fields.entry("properties").or_insert_with(|| json!({}));
        for name in taken {
            let own = properties.get(&name).cloned().unwrap_or(Value::Bool(true));
            properties[name] = json!({"allOf": [own, schema]});
        }
    }
    match others.is_empty() {
        true => fields.remove("patternProperties"),
        false => fields.insert("patternProperties".to_owned(), others.into()),
    };
    Ok(())
}

/// Returns the names that a pattern matches, if it matches no others.
fn taken_names(pattern: &str, names: &[String]) -> Result<Option<Vec<String>>, String> {
    let search = || RegexAst::SearchRegex(regex_to_lark(pattern, "dw"));
    let error = |_| "a pattern that is too complex".to_owned();
    let mut builder = RegexBuilder::new();
    let whole = builder.mk(&search()).map_err(|error| error.to_string())?;
    let mut regex = builder.to_regex_limited(whole, FUEL).map_err(error)?;
    let taken: Vec<String> = names.iter().filter(|name| regex.is_match(name)).cloned().collect();
    let literals = taken.iter().map(|name| RegexAst::Literal(name.clone())).collect();
    let rest = RegexAst::And(vec![search(), RegexAst::Not(Box::new(RegexAst::Or(literals)))]);
    let rest = builder.mk(&rest).map_err(|error| error.to_string())?;
    let is_empty = builder.to_regex_limited(rest, FUEL).map_err(error)?.always_empty();
    Ok((!taken.is_empty() && is_empty).then_some(taken))
}
