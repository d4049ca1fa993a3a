//! The command line.
#![allow(missing_docs)]

use std::path::PathBuf;

xflags::xflags! {
    /// The aftercare guide's commands.
    cmd xtask {
        /// Sets up what is missing, builds, and serves the demo on 127.0.0.1.
        cmd serve {
            /// The port; the next free one if it is taken. 8080 if not given.
            optional --port port: u16
        }
        /// Sets up what is missing and runs everything that CI runs.
        cmd test {
            /// Only tests whose name holds this.
            optional filter: String
        }
        /// Builds dist/.
        cmd build {}
        /// Packs what a site owner downloads into target/release-zip/; refuses while nobody is named as having reviewed it.
        cmd release {
            /// Packs it all the same, and says draft on it.
            optional --draft
        }
        /// Checks where everything comes from, and that two clean builds give the same bytes. Needs the network.
        cmd supply-chain {}
        /// Takes a picture of every screen in every region, with one page to look at them all.
        cmd gallery {}
        /// Sends visitors past real trackers, in two browsers; says what each was told.
        cmd leaks {}
        /// Tries the plugin on a real WordPress: sets one up on this machine, walks through it in Chromium, and stops it again.
        cmd wordpress {}
        /// Measures the guide beside one by hand and beside others' forms, in Chromium; prints a table, writes target/bench/bench.json.
        cmd bench {
            /// How often each is visited; 7 if not given.
            optional --runs runs: u32
        }
        /// Runs everything that holds a promise, and prints one table of them.
        cmd prove {}
        /// Checks the content, or a content folder elsewhere; prints every problem at once.
        cmd check {
            /// The folder that holds guide.toml; src/content if not given.
            optional folder: PathBuf
        }
        /// Says how hard each screen is to read, the hardest first.
        cmd reading {}
        /// Writes what something new needs, with places to fill in, marked ✎; overwrites nothing.
        cmd new {
            /// A question after the last one.
            cmd question {
                /// Its name: lower-case letters, digits and _.
                required name: String
                /// The folder that holds guide.toml; src/content if not given.
                optional --folder folder: PathBuf
            }
            /// An idea after the last one.
            cmd recommendation {
                /// Its name: lower-case letters, digits and _.
                required name: String
                /// The folder that holds guide.toml; src/content if not given.
                optional --folder folder: PathBuf
            }
            /// A language: the English files, to translate.
            cmd language {
                /// Its code, as web pages name it: mt, pt-BR.
                required code: String
                /// What its speakers call it.
                required --called called: String
                /// ltr, or rtl where it is read from right to left.
                required --direction direction: String
                /// The folder that holds guide.toml; src/content if not given.
                optional --folder folder: PathBuf
            }
            /// A guide in a folder of its own.
            cmd guide {
                /// Its name, which its folder gets.
                required name: String
                /// The folder to put it into; where you are if not given.
                optional --folder folder: PathBuf
            }
        }
        /// Writes what a clinician or survivor service reads and signs, a sheet for each region, and what visitors see, to target/review/.
        cmd review {
            /// The folder that holds guide.toml; src/content if not given.
            optional folder: PathBuf
        }
        /// Draws the flow of the questions as target/review/graph.svg.
        cmd graph {
            /// The folder that holds guide.toml; src/content if not given.
            optional folder: PathBuf
        }
        /// Writes what may stand in each content file as JSON Schema, for editors, into its folder `.schemas`.
        cmd schema {
            /// The folder that holds guide.toml; src/content if not given.
            optional folder: PathBuf
        }
        /// Reads answers as JSON and prints plans as JSON.
        cmd plan {
            /// A file; - is standard input.
            required --answers file: PathBuf
        }
    }
}
