//! The widget as WebAssembly: std rebuilt for size, then wasm-bindgen as a library, then a look at what it could reach.

use crate::{run, toolchain::Toolchain};
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::path::Path;
use std::process::Command;

/// What the guide file holds.
pub const WIDGET: &str = "aftercare-guide";
/// What the builder page holds.
pub const BUILDER: &str = "builder";

/// A package as WebAssembly, and the script that connects it to the page.
pub struct Wasm {
    /// A classic script that defines `glue`.
    pub glue: String,
    /// The WebAssembly module.
    pub module: Vec<u8>,
}

/// What they are compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Builds the widget with these features of its package. What Cargo finds unchanged is not compiled again.
///
/// # Errors
/// When the widget does not compile, or when what comes out could reach the network.
pub fn build(root: &Path, target: &Path, toolchain: &Toolchain, features: &str) -> Result<Wasm> {
    let wasm = of_package(WIDGET, root, target, toolchain, features)?;
    ensure_names_no_way_out(&wasm.module)?;
    Ok(wasm)
}

/// Builds what the builder page works with, by the same rules.
///
/// # Errors
/// As [`build`].
pub fn builder(root: &Path, target: &Path, toolchain: &Toolchain) -> Result<Wasm> {
    of_package(BUILDER, root, target, toolchain, "")
}

fn of_package(
    package: &str,
    root: &Path,
    target: &Path,
    toolchain: &Toolchain,
    features: &str,
) -> Result<Wasm> {
    run::checked(&mut compiling(package, root, target, toolchain, features))
        .with_context(|| format!("{package} did not compile to WebAssembly"))?;
    let folder = target.join("wasm").join(TARGET).join("wasm");
    bind(&folder.join(package.replace('-', "_") + ".wasm"))
}

/// What Cargo compiles for a shipped package, as it says itself (`--unit-graph`); compiles nothing.
///
/// # Errors
/// When Cargo does not say.
pub fn units(package: &str, root: &Path, target: &Path, toolchain: &Toolchain) -> Result<Vec<u8>> {
    let mut cargo = compiling(package, root, target, toolchain, "");
    run::output(cargo.args(["--unit-graph", "-Z", "unstable-options"]))
}

fn compiling(
    package: &str,
    root: &Path,
    target: &Path,
    toolchain: &Toolchain,
    features: &str,
) -> Command {
    let folder = target.join("wasm");
    let mut cargo = toolchain.cargo();
    cargo
        .current_dir(root)
        .args([
            "rustc",
            "--quiet",
            "--locked",
            "--package",
            package,
            "--lib",
            "--crate-type",
            "cdylib",
            "--profile",
            "wasm",
            "--features",
            features,
        ])
        .args([
            "--target",
            TARGET,
            "-Z",
            "build-std=std,panic_abort",
            "-Z",
            "build-std-features=optimize_for_size",
        ])
        .arg("--target-dir")
        .arg(&folder)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", "-Zunstable-options -Cpanic=immediate-abort");
    cargo
}

fn bind(input: &Path) -> Result<Wasm> {
    let folder = input.with_extension("bound");
    let name = input.file_stem().unwrap_or_default().to_string_lossy();
    wasm_bindgen_cli_support::Bindgen::new()
        .input_path(input)
        .no_modules(true)?
        .no_modules_global("wasm_bindgen")?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(true)
        .generate(&folder)
        .with_context(|| format!("wasm-bindgen refused {name}"))?;
    let glue = fs::read_to_string(folder.join(format!("{name}.js")))
        .context("wasm-bindgen wrote no script")?;
    let module =
        fs::read(folder.join(format!("{name}_bg.wasm"))).context("wasm-bindgen wrote no module")?;
    let wasm = Wasm {
        glue: without_loading(&glue)?,
        module,
    };
    ensure_closed(&wasm.glue)?;
    Ok(wasm)
}

/// What `start.js` makes an instance with. Once closed, whatever is still to call into it calls into nothing.
const HANDED_OUT: &str = "const inert = new Proxy({}, { get: () => () => {} });
    return Object.assign(exports, { imports: __wbg_get_imports, finish: __wbg_finalize_init, close: () => { wasm = inert; } });";

/// Leaves out all that wasm-bindgen would find and load a module with: ours stands in the file, and `start.js` makes its
/// instances with what is handed out here; each has a script of its own (`glue()`).
fn without_loading(glue: &str) -> Result<String> {
    let mut glue = glue.to_owned();
    for loading in [
        "    let script_src;\n",
        "    async function __wbg_load(",
        "    function initSync(",
        "    let __wbg_init_promise;\n    async function __wbg_init(",
        "    async function __wbg_init_once(",
    ] {
        glue = cut(&glue, loading, "\n    }\n")?;
    }
    let handed_out = "return Object.assign(__wbg_init, { initSync }, exports);";
    ensure!(
        glue.contains(handed_out),
        "wasm-bindgen's script ends otherwise than it did: read its new form and change src/xtask/wasm.rs"
    );
    let glue = glue.replace(handed_out, HANDED_OUT);
    let defined = "let wasm_bindgen = (function(exports) {";
    ensure!(
        glue.contains(defined),
        "wasm-bindgen's script begins otherwise than it did: read its new form and change src/xtask/wasm.rs"
    );
    Ok(glue.replace(defined, "const glue = () => (function(exports) {"))
}

/// Cuts from `from` up to and with the next `to`.
fn cut(text: &str, from: &str, to: &str) -> Result<String> {
    let changed = || {
        format!(
            "wasm-bindgen's script no longer holds {from:?}: read its new form and change src/xtask/wasm.rs"
        )
    };
    let start = text.find(from).with_context(changed)?;
    let end = text[start..].find(to).with_context(changed)?;
    Ok(format!(
        "{}{}",
        &text[..start],
        &text[start + end + to.len()..]
    ))
}

/// What no part of the widget may name (invariant I3): ways to send, to leave, to keep.
const REACHING_OUT: [&str; 25] = [
    "fetch",
    "XMLHttpRequest",
    "WebSocket",
    "WebTransport",
    "EventSource",
    "RTCPeerConnection",
    "sendBeacon",
    "Worker",
    "Image(",
    "import(",
    "new URL(",
    "currentScript",
    ".open(",
    ".click(",
    ".submit(",
    ".requestSubmit(",
    ".location",
    ".history",
    ".cookie",
    ".title =",
    ".name =",
    ".href =",
    "localStorage",
    "sessionStorage",
    "indexedDB",
];

/// Refuses a widget whose glue could send, leave or keep something. Every import of the module is a function of the glue,
/// which calls what it stands for as a method of something (`arg0.open(…)`).
fn ensure_closed(glue: &str) -> Result<()> {
    for word in REACHING_OUT {
        ensure!(
            !glue.contains(word),
            "the widget's script names `{word}`: answers must not be able to leave"
        );
    }
    if glue.contains("</script") || glue.contains("<!--") {
        bail!("the widget's script holds `</script` or `<!--` and cannot stand in the file");
    }
    Ok(())
}

/// What stands nowhere in the guide's module: names of elements, attributes and properties that load, send, leave or run. The
/// glue can set any property and attribute (Yew asks for both), so the names are looked for where they would come from.
const WAYS_OUT: [&str; 17] = [
    "location",
    "history",
    "cookie",
    "javascript:",
    "http-equiv",
    "httpEquiv",
    "preconnect",
    "prefetch",
    "prerender",
    "srcdoc",
    "srcset",
    "formaction",
    "download",
    "iframe",
    "script",
    "stylesheet",
    "window.name",
];

/// Refuses a module that names one of them.
fn ensure_names_no_way_out(module: &[u8]) -> Result<()> {
    for name in WAYS_OUT {
        let mut parts = module.windows(name.len());
        ensure!(
            !parts.any(|part| part == name.as_bytes()),
            "the guide's module names `{name}`: answers must not be able to leave"
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_that_names_a_way_out_is_refused() {
        assert!(ensure_names_no_way_out(b"\0asm ahreftargetrelspan").is_ok());
        for named in [
            &b"windowlocationspan"[..],
            b"linkrelpreconnect",
            b"metahttp-equivrefresh",
            b"divscript",
        ] {
            let error = ensure_names_no_way_out(named).unwrap_err().to_string();
            assert!(error.contains("must not be able to leave"), "{error}");
        }
    }

    #[test]
    fn a_closed_script_passes() {
        let glue = "arg0.postMessage(arg1); Object.assign(exports); window; arg0.focus();";
        assert!(ensure_closed(glue).is_ok());
    }

    #[test]
    fn each_way_out_is_seen_as_wasm_bindgen_writes_it() {
        for call in [
            "const ret = fetch(arg0);",
            "const ret = arg0.open(getStringFromWasm0(arg1, arg2));",
            "const ret = arg0.location;",
            "const ret = arg0.history;",
            "arg0.click();",
            "arg0.href = getStringFromWasm0(arg1, arg2);",
            "const ret = arg0.navigator.sendBeacon(arg1);",
            "const ret = arg0.localStorage;",
            "'</script>'",
        ] {
            assert!(ensure_closed(call).is_err(), "{call}");
        }
    }

    #[test]
    fn a_changed_script_is_noticed() {
        let error = without_loading("let wasm_bindgen = 1;")
            .unwrap_err()
            .to_string();
        assert!(error.contains("src/xtask/wasm.rs"), "{error}");
        assert_eq!(cut("a [b] c", "[", "] ").unwrap(), "a c");
    }
}
