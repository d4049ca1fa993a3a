//! How the guide can be seen: its themes, by day and by night, with more contrast, in colours that the device forces.

use anyhow::Result;
use serde_json::json;
use thirtyfour::WebDriver;

/// One way to see it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outfit {
    /// Its name in the gallery and in failures.
    pub name: &'static str,
    theme: &'static str,
    scheme: &'static str,
    contrast: &'static str,
    forced: &'static str,
}

const fn outfit(name: &'static str, theme: &'static str, scheme: &'static str) -> Outfit {
    Outfit {
        name,
        theme,
        scheme,
        contrast: "no-preference",
        forced: "none",
    }
}

/// As most people see it.
pub const PLAIN: Outfit = outfit("warm", "warm", "light");

/// In colours that the device forces.
pub const FORCED: Outfit = Outfit {
    forced: "active",
    ..outfit("forced", "warm", "dark")
};

/// Every way.
pub const ALL: [Outfit; 7] = [
    PLAIN,
    outfit("warm_dark", "warm", "dark"),
    outfit("slate", "slate", "light"),
    outfit("slate_dark", "slate", "dark"),
    Outfit {
        contrast: "more",
        ..outfit("contrast", "slate", "light")
    },
    Outfit {
        contrast: "more",
        ..outfit("contrast_dark", "warm", "dark")
    },
    FORCED,
];

impl Outfit {
    /// The page in this theme.
    pub fn dress(&self, html: &str) -> String {
        html.replacen(
            "<html ",
            &format!("<html data-theme=\"{}\" ", self.theme),
            1,
        )
    }

    /// The page that stands, in this theme and with what the person asks for.
    pub async fn put_on(&self, driver: &WebDriver) -> Result<()> {
        self.ask_for(driver).await?;
        let dress = "document.documentElement.dataset.theme = arguments[0]";
        driver.execute(dress, vec![json!(self.theme)]).await?;
        Ok(())
    }

    /// Makes the browser say that the person asks for it. Chromium alone can be told.
    pub async fn ask_for(&self, driver: &WebDriver) -> Result<()> {
        let features = [
            ("prefers-color-scheme", self.scheme),
            ("prefers-contrast", self.contrast),
            ("forced-colors", self.forced),
        ];
        let features = features.map(|(name, value)| json!({ "name": name, "value": value }));
        let media = json!({ "features": features });
        driver
            .cdp()
            .send_raw("Emulation.setEmulatedMedia", media)
            .await?;
        Ok(())
    }
}
