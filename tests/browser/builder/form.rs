//! The page as an owner uses it: opened, filled in, read.

use crate::visitor::Visitor;
use anyhow::Result;
use serde_json::json;
use thirtyfour::{By, Key};
use xtask::server::{Server, Site};
use xtask::setup::Places;

pub const WHO: &str = "Mira “M” Vella, counsellor & <psychologist>";

/// Another server with a page of support, which stays while pages are served anew.
pub fn support() -> Result<Server> {
    Server::start(0, |_| Site {
        folder: Places::new().root.join("dist"),
        ..Site::default()
    })
}

/// Opens the page and waits until it works.
pub async fn open(visitor: &Visitor) -> Result<()> {
    visitor.open("/builder.html").await?;
    works(visitor).await
}

pub async fn works(visitor: &Visitor) -> Result<()> {
    visitor
        .until("the builder's preview", || async {
            Ok(visitor
                .js("return !!document.querySelector('#preview iframe')")
                .await?
                == json!(true))
        })
        .await
}

/// Types into a field, or picks in a list.
pub async fn fill(visitor: &Visitor, name: &str, value: &str) -> Result<()> {
    let field = visitor
        .driver
        .find(By::Css(format!("[name=\"{name}\"]")))
        .await?;
    field.scroll_into_view().await?;
    if field.tag_name().await? == "select" {
        return visitor
            .click(&format!("[name=\"{name}\"] option[value=\"{value}\"]"))
            .await;
    }
    field.clear().await?;
    Ok(field
        .send_keys(format!("{value}{}", Key::Tab.value()))
        .await?)
}

pub async fn value(visitor: &Visitor, id: &str) -> Result<String> {
    let found = visitor
        .js(&format!("return document.getElementById('{id}').value"))
        .await?;
    Ok(found.as_str().unwrap_or_default().to_owned())
}

pub async fn text(visitor: &Visitor, id: &str) -> Result<String> {
    let found = visitor
        .js(&format!(
            "return document.getElementById('{id}').textContent"
        ))
        .await?;
    Ok(found.as_str().unwrap_or_default().trim().to_owned())
}

/// As after typing: other tests type.
const FILL: &str = "for (const [name, value] of arguments[0]) {
      const field = document.querySelector(`[name=\"${name}\"]`);
      field.value = value;
      for (const told of ['input', 'change']) field.dispatchEvent(new Event(told, { bubbles: true }));
    }";

/// Fills in the form as a counsellor would, with a photo.
pub async fn fill_in(visitor: &Visitor, support: &Server) -> Result<()> {
    open(visitor).await?;
    let fields = [
        ("support-url", format!("{}/support.html", support.address)),
        ("support-label", "Talk with Mira".to_owned()),
        ("region", "malta".to_owned()),
        ("who", WHO.to_owned()),
        ("cost", "The first talk is \"free\"".to_owned()),
        ("theme", "slate".to_owned()),
        ("accent", "#ffe34d".to_owned()),
        ("exit-url", format!("{}/support.html?left", support.address)),
    ];
    visitor.driver.execute(FILL, vec![json!(fields)]).await?;
    let picture = Places::new().root.join("src/docs/guide.png");
    let choose = visitor.driver.find(By::Id("choose-photo")).await?;
    choose.send_keys(picture.display().to_string()).await?;
    visitor
        .until("a small photo", || async {
            let photo = value(visitor, "photo").await?;
            Ok(photo.starts_with("data:image/jpeg;base64,") && photo.len() <= 20_000)
        })
        .await
}
