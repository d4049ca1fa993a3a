//! What a visitor sees, and waits for.

use super::Visitor;
use anyhow::{Result, bail};
use serde_json::Value;
use std::cell::RefCell;
use std::time::{Duration, Instant};

/// How long anything may take before a test says that it does not come.
pub(super) const PATIENCE: Duration = Duration::from_secs(20);
/// How often it is looked for.
const GLANCE: Duration = Duration::from_millis(25);

impl Visitor {
    /// The name of the screen.
    pub async fn screen(&self) -> Result<String> {
        let name = self
            .js("return document.querySelector('main')?.dataset.screen ?? ''")
            .await?;
        Ok(name.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until this screen stands, and the guide runs.
    pub async fn on(&self, name: &str) -> Result<()> {
        self.until(&format!("the screen `{name}`"), || async {
            Ok(self.screen().await? == name)
        })
        .await
    }

    /// Waits until another screen than this one stands; its name.
    pub async fn past(&self, name: &str) -> Result<String> {
        let after = RefCell::new(String::new());
        self.until(&format!("a screen after `{name}`"), || async {
            let screen = self.screen().await?;
            let is_another = !screen.is_empty() && screen != name;
            after.replace(screen);
            Ok(is_another)
        })
        .await?;
        Ok(after.into_inner())
    }

    /// Looks again and again until it is so.
    pub async fn until<F: Future<Output = Result<bool>>>(
        &self,
        what: &str,
        so: impl Fn() -> F,
    ) -> Result<()> {
        let begun = Instant::now();
        loop {
            match so().await {
                Ok(true) => return Ok(()),
                Err(error) if begun.elapsed() > PATIENCE => {
                    return Err(error.context(format!("waited for {what}")));
                }
                Ok(false) if begun.elapsed() > PATIENCE => {
                    bail!("{what} did not come; on screen: `{}`", self.screen().await?)
                }
                _ => tokio::time::sleep(GLANCE).await,
            }
        }
    }

    /// Runs a script where the visitor is; what it returns.
    pub async fn js(&self, script: &str) -> Result<Value> {
        Ok(self
            .driver
            .execute(script, Vec::new())
            .await?
            .json()
            .clone())
    }

    /// How many controls are ticked.
    pub async fn ticked(&self) -> Result<usize> {
        let ticked = "return document.querySelectorAll('input:checked').length";
        Ok(serde_json::from_value(self.js(ticked).await?)?)
    }

    /// The texts that an attribute has on all elements of a selector.
    pub async fn all(&self, selector: &str, attribute: &str) -> Result<Vec<String>> {
        let script = format!(
            "return [...document.querySelectorAll('{selector}')].map(e => e.getAttribute('{attribute}'))"
        );
        let found = self.js(&script).await?;
        Ok(found
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect())
    }
}
