//! What trackers send, made readable: percent signs, base64, gzip, zlib and JSON's strings, one inside the other.

use anyhow::{Result, ensure};
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use base64::prelude::*;
use flate2::Compression;
use flate2::read::{GzDecoder, GzEncoder, ZlibDecoder, ZlibEncoder};
use serde_json::{Deserializer, Value, json};
use std::io::Read;

/// How many wrappings are opened, one inside the other.
const DEPTH: u32 = 6;

/// Every text in these bytes, in each wrapping that was opened.
pub fn texts(sent: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    open(sent, DEPTH, &mut found);
    found
}

fn open(sent: &[u8], depth: u32, found: &mut Vec<String>) {
    if sent.is_empty() || depth == 0 {
        return;
    }
    for inner in unpacked(sent) {
        open(&inner, depth - 1, found);
    }
    if let Ok(text) = str::from_utf8(sent) {
        for inner in unescaped(text).into_iter().chain(from_base64(text)) {
            open(&inner, depth - 1, found);
        }
        strings(text, depth, found);
    }
    found.push(String::from_utf8_lossy(sent).into_owned());
}

/// What is unpacked wherever gzip or zlib begin; as far as it goes, where the end is missing.
fn unpacked(sent: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    (0..sent.len().saturating_sub(2)).filter_map(|at| {
        let packed = &sent[at..];
        let mut plain = Vec::new();
        let _ = match packed {
            [0x1f, 0x8b, 0x08, ..] => GzDecoder::new(packed).read_to_end(&mut plain),
            [0x78, 0x01 | 0x5e | 0x9c | 0xda, ..] => {
                ZlibDecoder::new(packed).read_to_end(&mut plain)
            }
            _ => return None,
        };
        (plain.len() > 8).then_some(plain)
    })
}

fn unescaped(text: &str) -> Option<Vec<u8>> {
    let plain: Vec<u8> = percent_encoding::percent_decode_str(text).collect();
    (text.contains('%') && plain != text.as_bytes()).then_some(plain)
}

/// Runs of base64 that hold text or something packed.
fn from_base64(text: &str) -> impl Iterator<Item = Vec<u8>> {
    let lenient = GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true);
    let engines = [STANDARD, URL_SAFE].map(|letters| GeneralPurpose::new(&letters, lenient));
    text.split(|c: char| !(c.is_ascii_alphanumeric() || "+/-_".contains(c)))
        .filter(|run| run.len() >= 24)
        .filter_map(move |run| engines.iter().find_map(|engine| engine.decode(run).ok()))
        .filter(|plain| {
            plain.starts_with(&[0x1f, 0x8b])
                || plain.starts_with(&[0x78])
                || str::from_utf8(plain).is_ok()
        })
}

/// The strings of all JSON that the text holds, a value a line or one after the other; bytes written as Latin letters too.
fn strings(text: &str, depth: u32, found: &mut Vec<String>) {
    for line in text.lines() {
        let values = Deserializer::from_str(line).into_iter::<Value>();
        values
            .map_while(Result::ok)
            .for_each(|value| walk(&value, depth, found));
    }
}

fn walk(value: &Value, depth: u32, found: &mut Vec<String>) {
    match value {
        Value::String(text) => {
            let bytes: Option<Vec<u8>> = text
                .chars()
                .map(|c| u8::try_from(u32::from(c)).ok())
                .collect();
            if let Some(bytes) = bytes.filter(|bytes| bytes.len() > 16 && !bytes.is_ascii()) {
                open(&bytes, depth - 1, found);
            }
            if text.starts_with(['{', '[', '"']) {
                strings(text, depth, found);
            }
            found.push(text.clone());
        }
        Value::Array(values) => values.iter().for_each(|value| walk(value, depth, found)),
        Value::Object(values) => values.iter().for_each(|(name, value)| {
            found.push(name.clone());
            walk(value, depth, found);
        }),
        _ => {}
    }
}

/// The same words in every wrapping that a tracker was seen to use.
pub fn reads_every_wrapping() -> Result<()> {
    let words =
        "Low, sad or tearful — “today”, and more, so that packing pays. Low, sad or tearful.";
    let event = json!({ "data": { "text": words } }).to_string();
    let packed = |reader: &mut dyn Read| {
        let mut packed = Vec::new();
        reader.read_to_end(&mut packed).map(|_| packed)
    };
    let gzip = packed(&mut GzEncoder::new(
        event.as_bytes(),
        Compression::default(),
    ))?;
    let zlib = packed(&mut ZlibEncoder::new(
        event.as_bytes(),
        Compression::default(),
    ))?;
    let latin: String = gzip.iter().copied().map(char::from).collect();
    let escaped = percent_encoding::utf8_percent_encode(&event, percent_encoding::NON_ALPHANUMERIC);
    let wrappings = [
        ("text", words.as_bytes().to_vec()),
        ("JSON", event.clone().into_bytes()),
        (
            "JSON with escapes",
            event
                .replace('—', "\\u2014")
                .replace('“', "\\u201c")
                .into_bytes(),
        ),
        (
            "JSON in JSON, two lines",
            format!("{{}}\n{}", json!([event])).into_bytes(),
        ),
        ("gzip", gzip.clone()),
        (
            "gzip as letters in JSON",
            json!({ "e": latin }).to_string().into_bytes(),
        ),
        (
            "zlib after a line",
            [b"{\"type\":\"replay\"}\n".as_slice(), &zlib].concat(),
        ),
        ("zlib without its end", zlib[..zlib.len() - 6].to_vec()),
        (
            "base64 in an address",
            format!("/collect?data={}&v=1", BASE64_URL_SAFE_NO_PAD.encode(&zlib)).into_bytes(),
        ),
        (
            "base64 with percent signs",
            format!(
                "data={}",
                BASE64_STANDARD.encode(&event).replace('=', "%3D")
            )
            .into_bytes(),
        ),
        ("percent signs", format!("e={escaped}").into_bytes()),
    ];
    for (name, sent) in wrappings {
        ensure!(
            texts(&sent)
                .iter()
                .any(|text| text.contains("sad or tearful — “today”")),
            "{name} is not read"
        );
    }
    Ok(())
}
