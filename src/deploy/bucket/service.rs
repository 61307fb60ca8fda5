//! From a bucket in `site.yaml` and the credentials in the environment to a connection with its service.

use std::env;
use std::time::Duration;

use opendal::layers::{RetryLayer, TimeoutLayer};
use opendal::services::{Azblob, S3, Webdav};
use opendal::{HttpTransporter, Operator};
use opendal_http_transport_reqwest::ReqwestTransport;
use tokio::runtime::Builder;

use super::objects::Objects;
use super::refusal::{not_built, told};
use crate::diagnostic::{Failure, Text};
use crate::domain::{Bucket, Storage};

/// For a whole object on a slow line. A connection on which nothing moves any more is given up after 30 seconds; that is a
/// default of reqwest (`tcp_user_timeout`).
const PATIENCE: Duration = Duration::from_mins(2);
/// So often something is tried again that may go well then.
const TRIES: usize = 2;

/// The objects of a bucket. Connects only when it is asked for something.
///
/// # Errors
/// The environment holds no credentials, or the operating system refuses.
pub(super) fn open(bucket: &Bucket) -> Result<Objects, Failure> {
    // It is there already if this is not the first bucket.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let built = match &bucket.storage {
        Storage::S3 { bucket: name, region } => {
            let [key, secret] = stated(bucket, ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"])?;
            let region = region.clone().or_else(|| given("AWS_REGION")).unwrap_or_else(|| "us-east-1".to_owned());
            let mut builder = S3::default().root(&bucket.path).bucket(name).region(&region);
            builder = builder.access_key_id(&key).secret_access_key(&secret).disable_config_load();
            if let Some(token) = given("AWS_SESSION_TOKEN") {
                builder = builder.session_token(&token);
            }
            if let Some(endpoint) = &bucket.endpoint {
                builder = builder.endpoint(endpoint);
            }
            Operator::new(builder)
        }
        Storage::Azure { container } => {
            let endpoint = bucket.endpoint.as_deref().unwrap_or_default();
            let builder = Azblob::default().root(&bucket.path).container(container).endpoint(endpoint);
            let [account] = stated(bucket, ["AZURE_STORAGE_ACCOUNT"])?;
            let builder = builder.account_name(&account);
            Operator::new(if let Some(token) = given("AZURE_STORAGE_SAS_TOKEN") {
                builder.sas_token(token.trim_start_matches('?'))
            } else {
                let [key] = stated(bucket, ["AZURE_STORAGE_KEY"])?;
                builder.account_key(&key)
            })
        }
        Storage::WebDav => {
            let [user, password] = stated(bucket, ["WEBDAV_USERNAME", "WEBDAV_PASSWORD"])?;
            let endpoint = bucket.endpoint.as_deref().unwrap_or_default();
            Operator::new(Webdav::default().root(&bucket.path).endpoint(endpoint).username(&user).password(&password))
        }
    };
    let operator = built.map_err(|error| told(bucket, &error))?;
    let transport = HttpTransporter::new(ReqwestTransport::default());
    let context = operator.context().with_http_transport(transport);
    let timeout = TimeoutLayer::new().with_timeout(PATIENCE).with_io_timeout(PATIENCE);
    let retry = RetryLayer::new().with_max_times(TRIES).with_jitter();
    let operator = operator.with_context(context).layer(timeout).layer(retry);
    let runtime = Builder::new_current_thread().enable_all().build().map_err(|error| not_built(bucket, &error))?;
    Ok(Objects { operator, runtime })
}

/// What the environment says, unless that is nothing.
fn given(name: &str) -> Option<String> {
    env::var(name).ok().map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
}

/// What the environment must say.
fn stated<const N: usize>(bucket: &Bucket, names: [&str; N]) -> Result<[String; N], Failure> {
    let missing: Vec<_> = names.into_iter().filter(|name| given(name).is_none()).collect();
    if missing.is_empty() {
        return Ok(names.map(|name| given(name).unwrap_or_default()));
    }
    let text = Text::new("bucket-no-credentials").with("bucket", bucket).with("names", missing.join(", "));
    Err(Failure::new(text).hint("bucket-no-credentials-hint"))
}
