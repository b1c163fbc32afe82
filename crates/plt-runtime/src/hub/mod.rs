//! Models by name: fetches the files of a model from the Hub into the Hub's own cache, which other
//! programs share.
//!
//! The crate `hf-hub` downloads. This module selects the files, pins them to one commit, checks
//! every name in a response that becomes a path, and checks the length of every file.
//!
//! ```no_run
//! use plt_runtime::hub::{Hub, HubOptions};
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let hub = Hub::new(HubOptions::from_env(|name| std::env::var(name).ok())?)?;
//! let dir = hub.fetch(&"owner/name".parse()?, &mut |done, total| eprintln!("{done}/{total}"))?;
//! # Ok(())
//! # }
//! ```

mod error;
mod id;
mod options;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use hf_hub::api::Progress;
use hf_hub::api::sync::{Api, ApiBuilder, ApiRepo};
use hf_hub::{Cache, CacheRepo, Repo, RepoType};
use serde::Deserialize;

pub use error::HubError;
pub use id::RepoId;
pub use options::HubOptions;

const CONFIG: &str = "config.json";
const WEIGHTS: &str = "model.safetensors";
const INDEX: &str = "model.safetensors.index.json";
/// Fetched where the repository has them. No executable formats: no pickles, no Python.
const OPTIONAL: [&str; 5] = [
    "generation_config.json",
    TOKENIZER,
    "tokenizer_config.json",
    "added_tokens.json",
    "special_tokens_map.json",
];
const TOKENIZER: &str = "tokenizer.json";
/// Fetched where there is no `tokenizer.json`.
const OTHER_TOKENIZERS: [&str; 3] = ["tokenizer.model", "vocab.json", "merges.txt"];
/// The directory of chat templates with a name.
const TEMPLATES: &str = "additional_chat_templates";
const MAX_TEMPLATES: usize = 64;

/// Maximum size of a file other than weights in bytes.
const SMALL_FILE: u64 = 64 << 20;

/// A connection to the Hub and its cache.
#[derive(Debug)]
pub struct Hub {
    options: HubOptions,
    api: Api,
}

/// The part of the index of a sharded checkpoint that names files.
#[derive(Deserialize)]
struct Index {
    weight_map: BTreeMap<String, String>,
}

impl Hub {
    /// Creates a client. [`fetch`](Self::fetch) makes the first connection.
    ///
    /// # Errors
    /// [`HubError::Endpoint`] for an address that is not a URL.
    pub fn new(mut options: HubOptions) -> Result<Self, HubError> {
        let address = options.endpoint.parse::<ureq::http::Uri>().ok();
        let scheme = address.as_ref().and_then(|uri| uri.scheme_str());
        if !matches!(scheme, Some("http" | "https")) {
            return Err(HubError::Endpoint { found: options.endpoint });
        }
        let cache = &options.cache;
        options.cache = std::path::absolute(cache)
            .map_err(|cause| HubError::Io { path: cache.clone(), cause })?;
        let api = ApiBuilder::from_cache(Cache::new(options.cache.clone()))
            .with_endpoint(options.endpoint.clone())
            .with_token(options.token.clone())
            .with_user_agent("plt", env!("CARGO_PKG_VERSION"))
            .build()
            .map_err(|error| HubError::Endpoint { found: error.to_string() })?;
        Ok(Self { options, api })
    }

    /// Fetches the files of `repo` that the cache lacks and returns its directory in the cache:
    /// config, tokenizer, chat template and weights in safetensors, all of one commit. Calls
    /// `progress` with the bytes fetched and the total.
    ///
    /// Without a connection, a model that is complete in the cache is used.
    ///
    /// # Errors
    /// See [`HubError`]. After an error the cache holds no incomplete file; a later call resumes.
    pub fn fetch(
        &self,
        repo: &RepoId,
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<PathBuf, HubError> {
        if self.options.offline {
            return self.cached(repo);
        }
        let info = match self.api_repo(repo, &repo.revision).info() {
            Ok(info) => info,
            Err(error) => {
                let error = HubError::from_api(repo, &self.options.cache, error);
                let offline = matches!(error, HubError::Network { .. } | HubError::Io { .. });
                return match self.cached(repo) {
                    Ok(dir) if offline => {
                        tracing::warn!(%error, dir = %dir.display(), "using the cached model");
                        Ok(dir)
                    }
                    _ => Err(error),
                };
            }
        };
        if !is_name(&info.sha) {
            return Err(answer(repo, "sha", "a commit", &info.sha));
        }
        let there: BTreeSet<&str> = info.siblings.iter().map(|s| s.rfilename.as_str()).collect();
        let weights = if there.contains(INDEX) { INDEX } else { WEIGHTS };
        if let Some(&file) = [CONFIG, weights].iter().find(|file| !there.contains(**file)) {
            return Err(HubError::Missing { repo: repo.clone(), file: file.to_owned() });
        }
        let others = OTHER_TOKENIZERS.into_iter().filter(|_| !there.contains(TOKENIZER));
        let small = OPTIONAL.into_iter().chain(others).filter(|file| there.contains(file));
        let templates = there.iter().copied().filter(|file| is_template(file)).take(MAX_TEMPLATES);
        let small: Vec<&str> = [CONFIG].into_iter().chain(small).chain(templates).collect();

        let fetch = Fetch { hub: self, repo, commit: &info.sha };
        let dir = fetch.dir();
        if weights == INDEX {
            fetch.all([INDEX], SMALL_FILE, &mut |_, _| {})?;
            let shards = shards(repo, &dir)?;
            if let Some(file) = shards.iter().find(|file| !there.contains(file.as_str())) {
                return Err(HubError::Missing { repo: repo.clone(), file: file.clone() });
            }
            fetch.all(small, SMALL_FILE, &mut |_, _| {})?;
            fetch.all(shards.iter().map(String::as_str), u64::MAX, progress)?;
        } else {
            fetch.all(small, SMALL_FILE, &mut |_, _| {})?;
            fetch.all([WEIGHTS], u64::MAX, progress)?;
        }
        // The branch points at this commit only when all files are there.
        let branch = self.cache_repo(repo, &repo.revision);
        branch.create_ref(&info.sha).map_err(|cause| HubError::Io { path: dir.clone(), cause })?;
        Ok(dir)
    }

    /// Returns the directory of `repo` in the cache, if it is complete.
    fn cached(&self, repo: &RepoId) -> Result<PathBuf, HubError> {
        let missing = |file: &str| HubError::Offline {
            repo: repo.clone(),
            file: file.to_owned(),
            cache: self.options.cache.clone(),
        };
        let by_branch = self.cache_repo(repo, &repo.revision).get(CONFIG);
        let by_commit = || {
            let path = self.cache_repo(repo, &repo.revision).pointer_path(&repo.revision);
            Some(path.join(CONFIG)).filter(|path| path.exists())
        };
        let config = by_branch.or_else(by_commit).ok_or_else(|| missing(CONFIG))?;
        let dir = config.parent().unwrap_or(&config).to_owned();
        let weights = match dir.join(INDEX).exists() {
            true => shards(repo, &dir)?.into_iter().collect(),
            false => vec![WEIGHTS.to_owned()],
        };
        match weights.iter().find(|file| !dir.join(file).exists()) {
            Some(file) => Err(missing(file)),
            None => Ok(dir),
        }
    }

    fn api_repo(&self, repo: &RepoId, revision: &str) -> ApiRepo {
        self.api.repo(library_repo(repo, revision))
    }

    fn cache_repo(&self, repo: &RepoId, revision: &str) -> CacheRepo {
        Cache::new(self.options.cache.clone()).repo(library_repo(repo, revision))
    }
}

fn library_repo(repo: &RepoId, revision: &str) -> Repo {
    Repo::with_revision(repo.name.clone(), RepoType::Model, revision.to_owned())
}

/// A fetch of files of one commit into the cache.
struct Fetch<'a> {
    hub: &'a Hub,
    repo: &'a RepoId,
    commit: &'a str,
}

impl Fetch<'_> {
    fn cache_repo(&self) -> CacheRepo {
        self.hub.cache_repo(self.repo, self.commit)
    }

    fn dir(&self) -> PathBuf {
        self.cache_repo().pointer_path(self.commit)
    }

    /// Fetches the `files` that the cache lacks; none may be larger than `limit` bytes.
    fn all<'f>(
        &self,
        files: impl IntoIterator<Item = &'f str>,
        limit: u64,
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<(), HubError> {
        let api = self.hub.api_repo(self.repo, self.commit);
        let mut wanted = Vec::new();
        for file in files.into_iter().filter(|file| !self.dir().join(file).exists()) {
            let (etag, size) = self.metadata(&api, file)?;
            if size > limit {
                let found = format!("{size} bytes");
                return Err(answer(self.repo, file, "a file of at most 64 MiB", &found));
            }
            wanted.push((file, etag, size));
        }
        let total = wanted.iter().fold(0u64, |sum, (.., size)| sum.saturating_add(*size));
        let mut before = 0;
        for (file, etag, size) in wanted {
            let mut report = |done| progress(before + done, total);
            self.one(&api, file, &etag, size, &mut report)?;
            before += size;
            progress(before, total);
        }
        Ok(())
    }

    /// Returns the checked entity tag of a file, which names its blob, and its size in bytes.
    fn metadata(&self, api: &ApiRepo, file: &str) -> Result<(String, u64), HubError> {
        let metadata =
            self.hub.api.metadata(&api.url(file)).map_err(|error| self.api_error(error))?;
        if metadata.commit_hash() != self.commit {
            let found = metadata.commit_hash();
            return Err(answer(self.repo, "x-repo-commit", "the commit asked for", found));
        }
        let etag = metadata.etag();
        if !is_name(etag.strip_prefix("W/").unwrap_or(etag)) {
            return Err(answer(self.repo, "etag", "letters and digits", etag));
        }
        Ok((etag.to_owned(), metadata.size() as u64))
    }

    /// Fetches one file and deletes it unless it is complete.
    fn one(
        &self,
        api: &ApiRepo,
        file: &str,
        etag: &str,
        size: u64,
        report: &mut dyn FnMut(u64),
    ) -> Result<(), HubError> {
        let blob = self.cache_repo().blob_path(etag);
        let pointer = self.dir().join(file);
        // The library resumes a partial file. One that is complete already, or a broken link, would
        // fail every time.
        let part = blob.with_extension("part");
        if std::fs::metadata(&part).is_ok_and(|part| part.len() >= size) {
            remove(&part)?;
        }
        remove(&pointer)?;
        let meter = Meter { done: 0, report };
        api.download_with_progress(file, meter).map_err(|error| self.api_error(error))?;
        let found = std::fs::metadata(&blob).map(|blob| blob.len());
        let found = found.map_err(|cause| HubError::Io { path: blob.clone(), cause })?;
        if found != size {
            remove(&pointer)?;
            remove(&blob)?;
            let (repo, file) = (self.repo.clone(), file.to_owned());
            return Err(HubError::Length { repo, file, expected: size, found });
        }
        Ok(())
    }

    fn api_error(&self, error: hf_hub::api::sync::ApiError) -> HubError {
        HubError::from_api(self.repo, &self.hub.options.cache, error)
    }
}

/// Counts the bytes of one file.
struct Meter<'a> {
    done: u64,
    report: &'a mut dyn FnMut(u64),
}

impl Progress for Meter<'_> {
    fn init(&mut self, _size: usize, _file: &str) {
        self.done = 0;
    }

    fn update(&mut self, bytes: usize) {
        self.done += bytes as u64;
        (self.report)(self.done);
    }

    fn finish(&mut self) {}
}

/// Returns the files that the index in `dir` names: plain names only, since they become paths.
fn shards(repo: &RepoId, dir: &Path) -> Result<BTreeSet<String>, HubError> {
    let path = dir.join(INDEX);
    let text = std::fs::read(&path).map_err(|cause| HubError::Io { path, cause })?;
    let index: Index = serde_json::from_slice(&text)
        .map_err(|error| answer(repo, INDEX, "the JSON of an index", &error.to_string()))?;
    let files: BTreeSet<String> = index.weight_map.into_values().collect();
    let plain = |file: &&String| file.ends_with(".safetensors") && id::is_part(file);
    match files.iter().find(|file| !plain(file)) {
        Some(file) => Err(answer(repo, INDEX, "plain names that end in .safetensors", file)),
        None => Ok(files),
    }
}

/// Whether this is a chat template, with a name that is safe as a path.
fn is_template(file: &str) -> bool {
    let name = file.strip_prefix(TEMPLATES).and_then(|name| name.strip_prefix('/'));
    let name = name.unwrap_or(file);
    name.ends_with(".jinja") && id::is_part(name)
}

/// Whether this part of a path has no special meaning to any file system.
fn is_name(text: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    (1..=200).contains(&text.len()) && text.chars().all(allowed)
}

fn answer(repo: &RepoId, what: &str, expected: &'static str, found: &str) -> HubError {
    let found = found.chars().take(100).collect();
    HubError::Answer { repo: repo.clone(), what: what.to_owned(), expected, found }
}

fn remove(path: &Path) -> Result<(), HubError> {
    match std::fs::remove_file(path) {
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => {
            Err(HubError::Io { path: path.to_owned(), cause })
        }
        _ => Ok(()),
    }
}
