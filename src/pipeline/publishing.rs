//! A build that is published into a folder.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::builder::{Builder, PageKeys, Standing, Watched, Whole};
use super::{Options, Prepared};
use crate::check;
use crate::compose::common::Common;
use crate::content::Document;
use crate::diagnostic::Diagnostics;
use crate::memo::{Inputs, LastOutput, Memo, Terms, UnreadArticles};
use crate::publish::{OutPath, Publication, Published, Refusal};
use crate::render::{Key, OutputFile, Renderer};
use crate::site::Page;
use crate::source::Change;
use crate::timing::Timings;

/// How a build ended.
#[derive(Debug)]
pub enum Outcome {
    /// The site is published.
    Published(Published),
    /// The site has errors; nothing was written.
    Rejected,
    /// The output folder cannot be used.
    Refused(Vec<Refusal>),
}

/// Where a build goes, and what is known of the last one there.
struct Target<'a> {
    output: &'a Path,
    options: &'a Options,
    memo: Option<&'a Memo>,
    last_output: Option<&'a LastOutput<'a>>,
}

impl Target<'_> {
    /// Whether a file stands in the output that is made of what this key says.
    fn holds(&self, path: &str, key: Key) -> bool {
        let is_same = |last_output: &&LastOutput<'_>| last_output.key(path) == Some(key);
        self.last_output.filter(is_same).is_some_and(|last_output| last_output.files.stands(path))
    }
}

/// More has to be read than was thought; what was seen of the sources before the build still counts.
struct TooLittle(Inputs);

/// A site that is published, and so is whole.
struct Done {
    published: Published,
    whole: Whole,
    /// What all pages are made of, if it is known.
    keys: Option<PageKeys>,
    /// What is kept of it, with outlines that have to be written; none where the folder cannot be known again.
    kept: Option<(Memo, Option<Vec<u8>>)>,
}

/// Why a site was not published.
enum NotDone {
    /// The text of an article is wanted that was not read.
    Lacking(Inputs),
    /// A template fails on one page only.
    Broken,
    Refused(Vec<Refusal>),
}

impl Builder {
    /// Builds the site into `output`. Of what is `watched` it is known that nothing but the changes differs since the last
    /// time.
    pub fn build(
        &mut self,
        watched: Option<Watched<'_>>,
        output: &Path,
        options: &Options,
        timings: &mut Timings,
        diagnostics: &Diagnostics,
    ) -> Outcome {
        let mut changes = watched.and_then(|watched| watched.changes);
        if let Some(published) = timings.phase("patch", || self.amend(changes?, output, options, diagnostics)) {
            return Outcome::Published(published);
        }
        if let Some(outcome) = changes.and_then(|changes| self.renew(changes, output, options, timings, diagnostics)) {
            return outcome;
        }
        self.standing = None;
        let (mut inputs, memo) = timings.phase("look", || self.begin(watched, options.terms()));
        let last_output = timings.phase("output", || memo.as_ref()?.last_output(output));
        let known = memo.as_ref().zip(last_output.as_ref());
        if let Some((told, last_output)) = known
            .and_then(|(memo, last_output)| Some((memo.still_holds(&self.root, last_output, &inputs)?, last_output)))
        {
            diagnostics.extend(told);
            return Outcome::Published(Published { unchanged: last_output.files.count(), ..Published::default() });
        }
        let target = Target { output, options, memo: memo.as_deref(), last_output: last_output.as_ref() };
        let is_first = self.last.is_none();
        let mut unread = memo
            .as_ref()
            .filter(|_| is_first && last_output.is_some())
            .and_then(|memo| memo.unread(&self.root, &inputs));
        loop {
            let told = Diagnostics::new();
            match self.publish(&target, changes, unread.as_ref(), inputs, timings, &told) {
                Ok(outcome) => {
                    diagnostics.extend(told.so_far());
                    return outcome;
                }
                // Once all is read, that is enough.
                Err(TooLittle(seen)) => (inputs, unread, changes, self.last) = (seen, None, None, None),
            }
        }
    }

    /// What the build begins with, and what is known of the last one.
    fn begin(&self, watched: Option<Watched<'_>>, terms: Terms) -> (Inputs, Option<Arc<Memo>>) {
        let Some(Watched { survey, .. }) = watched else {
            let (inputs, memo) = Inputs::of(&self.root, terms);
            return (inputs, memo.map(Arc::new));
        };
        let memo = self.keeper.memo().or_else(|| Memo::load(&self.root).map(Arc::new));
        (Inputs::seen(survey.clone(), terms), memo)
    }

    fn publish(
        &mut self,
        target: &Target<'_>,
        changes: Option<&[Change]>,
        unread: Option<&UnreadArticles>,
        inputs: Inputs,
        timings: &mut Timings,
        diagnostics: &Diagnostics,
    ) -> Result<Outcome, TooLittle> {
        self.whole = None;
        let is_partial = unread.is_some() || self.last.as_ref().is_some_and(|last| last.readings.has_outlines());
        let rejected = |inputs: Inputs| if is_partial { Err(TooLittle(inputs)) } else { Ok(Outcome::Rejected) };
        let prepared = self.prepare(changes, unread, target.options, timings, diagnostics);
        let Some(prepared) = prepared else { return rejected(inputs) };
        let prepared = self.last.insert(prepared);
        let is_same_else = unread.is_some_and(|unread| unread.gone == 0);
        let touched =
            is_same_else.then(|| timings.phase("touch", || prepared.touch(&self.root, target, &inputs))).flatten();
        if let Some(Done { published, whole, keys: _, kept }) = touched {
            diagnostics.replace(whole.told.clone());
            self.whole = Some(whole);
            if let Some((memo, outlines)) = kept {
                self.keeper.keep(memo, &self.root, outlines);
            }
            return Ok(Outcome::Published(published));
        }
        let common = match prepared.readings.has_outlines() {
            true => match prepared.complete(target, timings) {
                None => return Err(TooLittle(inputs)),
                common => common,
            },
            false => None,
        };
        let Some(ready) = prepared.ready(common, target.options, timings, diagnostics) else { return rejected(inputs) };
        // A place in a text that was not read cannot be shown.
        if is_partial && diagnostics.has_place_in(|path| prepared.readings.is_outline(path)) {
            return Err(TooLittle(inputs));
        }
        let write = || prepared.write(&ready, &self.root, target, inputs, diagnostics);
        match timings.phase("render and write", write) {
            Ok(Done { published, whole, keys, kept }) => {
                if let Some((memo, outlines)) = kept {
                    self.keeper.keep(memo, &self.root, outlines);
                }
                self.whole = Some(whole);
                self.standing = keys.map(|keys| Standing { output: target.output.to_owned(), keys });
                Ok(Outcome::Published(published))
            }
            Err(NotDone::Lacking(inputs)) => Err(TooLittle(inputs)),
            Err(NotDone::Broken) => Ok(Outcome::Rejected),
            Err(NotDone::Refused(refusals)) => Ok(Outcome::Refused(refusals)),
        }
    }

    /// Puts into `output` the pages of documents whose text alone was edited; none where more is to be done.
    fn amend(
        &mut self,
        changes: &[Change],
        output: &Path,
        options: &Options,
        diagnostics: &Diagnostics,
    ) -> Option<Published> {
        let files = self.patched(changes, options)?;
        let paths = files.iter().map(|file| OutPath::new(&file.path).ok()).collect::<Option<Vec<_>>>()?;
        let publication = Publication::amend(output, &self.root, &paths)?;
        for (path, file) in paths.iter().zip(&files) {
            publication.put(path, &file.bytes).ok()?;
        }
        let published = publication.finish().ok()?;
        diagnostics.extend(self.whole.iter().flat_map(|whole| whole.told.clone()));
        Some(published)
    }
}

impl Prepared {
    /// Renders what does not stand in the output as it would be made again, and publishes it with what does.
    fn write(
        &self,
        (renderer, paths): &(Renderer<'_>, Vec<OutPath>),
        root: &Path,
        target: &Target<'_>,
        inputs: Inputs,
        diagnostics: &Diagnostics,
    ) -> Result<Done, NotDone> {
        let known = target.last_output.map(|last_output| &last_output.files);
        let publication = Publication::begin_again(target.output, root, paths, known).map_err(NotDone::Refused)?;
        let (keys, is_lacking) = (PageKeys::of(self, renderer), AtomicBool::new(false));
        let wanted = |place: usize, page: &Page| {
            let wanted = keys.wanted(place, page, |path, key| target.holds(&path, key) && publication.keep(&path))?;
            let lacks = self.outline_of(page).is_some();
            is_lacking.fetch_or(lacks, Ordering::Relaxed);
            (!lacks).then_some(wanted)
        };
        let put = |file: OutputFile| match OutPath::new(&file.path) {
            Ok(path) => publication.put(&path, &file.bytes),
            Err(_) => Ok(()),
        };
        let (written, outlines) =
            rayon::join(|| renderer.render(diagnostics, wanted, put), || self.readings.outlines());
        // Nothing is published yet: the publication is dropped, and the old site stands.
        if is_lacking.into_inner() {
            return Err(NotDone::Lacking(inputs));
        }
        if diagnostics.has_errors() {
            return Err(NotDone::Broken);
        }
        let finished = written.and_then(|()| publication.finish_with_snapshot());
        let (published, snapshot) = finished.map_err(|refusal| NotDone::Refused(vec![refusal]))?;
        let told = diagnostics.so_far();
        let kept = snapshot.map(|snapshot| {
            let (keys, foundation) =
                (keys.by_path(&self.site.pages), self.foundation.hashes.map(|hashes| hashes.pages));
            (Memo::new(inputs, snapshot, &keys, &told, foundation), Some(outlines))
        });
        Ok(Done { published, whole: Whole { common: renderer.common(), told }, keys: Some(keys), kept })
    }

    /// Publishes the pages of articles that have another text than in the last build, if that is all that differs and
    /// nothing is wrong with them. What was told then holds still.
    fn touch(&self, root: &Path, target: &Target<'_>, inputs: &Inputs) -> Option<Done> {
        let (memo, last_output) = target.memo.zip(target.last_output)?;
        let edited = self.readings.edited()?;
        let told = memo.told_again(root)?;
        let is_right = |document: &&Arc<Document>| check::document(&self.site, self.purpose, document).is_empty();
        if !edited.iter().all(|document| is_right(&document)) {
            return None;
        }
        let renderer = self.renderer(None, &Diagnostics::new());
        let places: Vec<usize> = edited.iter().filter_map(|document| self.place_of(document)).collect();
        let files = renderer.pages(&places)?;
        let paths = files.iter().map(|file| OutPath::new(&file.path).ok()).collect::<Option<Vec<_>>>()?;
        let publication = Publication::amend_known(target.output, root, &paths, &last_output.files)?;
        for (path, file) in paths.iter().zip(&files) {
            publication.put(path, &file.bytes).ok()?;
        }
        let (published, snapshot) = publication.finish_with_snapshot().ok()?;
        let kept = snapshot.map(|snapshot| {
            let keys = PageKeys::at(self, &renderer, &places).by_path(&self.site.pages);
            let edited = edited.iter().map(|document| (document.source.path().to_owned(), document.hash));
            (memo.with_edited(inputs.clone(), snapshot, &keys, edited), None)
        });
        Some(Done { published, whole: Whole { common: renderer.common(), told }, keys: None, kept })
    }

    /// Reads the articles of which only the outline is known and whose pages have to be rendered for `target`, and says
    /// what all pages share. None where one of them is not what its outline says.
    fn complete(&mut self, target: &Target<'_>, timings: &mut Timings) -> Option<Arc<[Common]>> {
        let (common, paths) = timings.phase("outlines", || {
            let renderer = self.renderer(None, &Diagnostics::new());
            let keys = PageKeys::of(self, &renderer);
            let is_spared =
                |place: usize, page: &Page| keys.wanted(place, page, |path, key| target.holds(&path, key)).is_none();
            let wanted = renderer.wanted(is_spared);
            let paths: BTreeSet<String> = wanted.filter_map(|page| self.outline_of(page)).map(str::to_owned).collect();
            (renderer.common(), paths)
        });
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        let reader = self.foundation.reader(target.options.today());
        let whole = timings.phase("texts", || self.readings.whole(reader, &paths, &self.sources))?;
        for document in whole {
            self.site.replace(&document);
            self.readings.replace(document);
        }
        Some(common)
    }

    /// The path of the article that a page shows, if only its outline is known.
    pub(super) fn outline_of(&self, page: &Page) -> Option<&str> {
        let document = self.site.document(page.kind.document()?).in_language(page.language)?;
        document.is_outline.then(|| document.source.path())
    }
}
