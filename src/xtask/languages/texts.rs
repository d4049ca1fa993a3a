//! Every text of a language that people can read, in one walk; names, marks and links are left out.

use engine::{BlockDraft, IdeaWords, LanguageDraft, ProseDraft, QuestionWordsDraft, SectionDraft};

/// What is done with each text.
pub type Visit<'v> = &'v mut dyn FnMut(&mut String);

/// Visits every text of a language.
pub fn each(language: &mut LanguageDraft, visit: Visit) {
    let tables = language.words.iter_mut();
    for (_, table) in tables.filter(|(name, _)| *name != "language") {
        table.values_mut().for_each(&mut *visit);
    }
    for words in language.questions.values_mut() {
        question(words, visit);
    }
    plan(language, visit);
    for words in language.recommendations.values_mut() {
        idea(words, visit);
    }
    let pages = [
        &mut language.help,
        &mut language.about,
        &mut language.under18,
    ];
    let files = language
        .safety
        .values_mut()
        .chain(language.handouts.values_mut());
    for page in files.chain(pages) {
        prose(page, visit);
    }
}

fn question(words: &mut QuestionWordsDraft, visit: Visit) {
    let usual = [
        &mut words.title,
        &mut words.why,
        &mut words.hint,
        &mut words.before,
    ];
    usual.into_iter().flatten().for_each(&mut *visit);
    words.options.values_mut().for_each(&mut *visit);
    for other in words.variants.values_mut() {
        let texts = [
            &mut other.title,
            &mut other.why,
            &mut other.hint,
            &mut other.before,
        ];
        texts.into_iter().flatten().for_each(&mut *visit);
        other.options.values_mut().for_each(&mut *visit);
    }
}

fn plan(language: &mut LanguageDraft, visit: Visit) {
    let plan = &mut language.plan;
    for need in plan.needs.values_mut() {
        let texts = [&mut need.title, &mut need.lead, &mut need.summary];
        texts.into_iter().for_each(&mut *visit);
    }
    for reason in plan.referral.values_mut() {
        visit(&mut reason.reason);
    }
    plan.notes.values_mut().for_each(&mut *visit);
    for soft in plan.soft.values_mut() {
        visit(&mut soft.line);
        soft.links.values_mut().for_each(&mut *visit);
    }
}

fn idea(words: &mut IdeaWords, visit: Visit) {
    let texts = [
        &mut words.title,
        &mut words.action,
        &mut words.how,
        &mut words.for_you,
        &mut words.for_them,
        &mut words.why,
        &mut words.if_both,
        &mut words.stop,
        &mut words.pause,
        &mut words.card,
        &mut words.wish,
    ];
    texts.into_iter().chain(&mut words.say).for_each(visit);
}

fn prose(page: &mut ProseDraft, visit: Visit) {
    visit(&mut page.title);
    page.link.iter_mut().for_each(&mut *visit);
    blocks(&mut page.opening, visit);
    for SectionDraft {
        heading, blocks, ..
    } in &mut page.sections
    {
        visit(heading);
        self::blocks(blocks, visit);
    }
}

fn blocks(blocks: &mut [BlockDraft], visit: Visit) {
    for block in blocks {
        match block {
            BlockDraft::Paragraph(text) => visit(text),
            BlockDraft::List(items) => items.iter_mut().for_each(&mut *visit),
            BlockDraft::Page { label, .. } => visit(label),
            BlockDraft::Services(_) => {}
        }
    }
}
