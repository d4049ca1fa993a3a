//! Files as one zip: the same files give the same bytes, on any machine and any day.

use anyhow::{Context, Result};
use std::io::{Cursor, Write};
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

/// A path inside the zip, with strokes as the web writes them, and what stands there.
pub type File = (String, Vec<u8>);

/// Packs the files, each under the folder. Their order is kept; every one bears the first day that a zip can name, and may be
/// read by all.
///
/// # Errors
/// When two files have one path.
pub fn zip(folder: &str, files: &[File]) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        let path = format!("{folder}/{path}");
        zip.start_file(&path, options)
            .and_then(|()| Ok(zip.write_all(bytes)?))
            .with_context(|| format!("{path} cannot be packed"))?;
    }
    Ok(zip.finish().context("the zip has no end")?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;
    use zip::ZipArchive;

    fn file(path: &str, text: &str) -> File {
        (path.to_owned(), text.as_bytes().to_vec())
    }

    #[test]
    fn a_file_comes_out_as_it_went_in_and_every_zip_of_it_is_the_same() {
        let files = [file("a/one", "1"), file("two", &"2".repeat(5000))];
        let packed = zip("top", &files).expect("a zip");
        assert_eq!(packed, zip("top", &files).expect("a zip"));
        let mut archive = ZipArchive::new(Cursor::new(packed)).expect("a zip");
        assert_eq!(archive.len(), files.len());
        for (at, (path, bytes)) in files.iter().enumerate() {
            let mut packed = archive.by_index(at).expect("a file");
            let mut out = Vec::new();
            packed.read_to_end(&mut out).expect("its bytes");
            assert_eq!(packed.name().expect("a path"), format!("top/{path}"));
            assert_eq!(&out, bytes);
            assert_eq!(packed.unix_mode().map(|mode| mode & 0o777), Some(0o644));
            assert_eq!(packed.last_modified(), Some(DateTime::default()));
        }
    }

    #[test]
    fn two_files_with_one_path_are_refused() {
        assert!(zip("top", &[file("one", ""), file("one", "")]).is_err());
    }
}
