//! What is sent after the head of an answer: bytes, or news for as long as somebody listens.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use hyper::body::{Bytes, Frame, SizeHint};
use tokio::sync::watch;

use super::Edition;

type Editions = watch::Receiver<Arc<Edition>>;
type Next = Pin<Box<dyn Future<Output = Option<(String, Editions)>> + Send>>;

/// The body of an answer.
pub struct Body(Kind);

enum Kind {
    Whole(Option<Bytes>),
    News(Next),
}

impl Body {
    /// These bytes.
    pub(super) fn whole(bytes: impl Into<Bytes>) -> Self {
        Self(Kind::Whole(Some(bytes.into())))
    }

    /// An event for what is shown now, and one for whatever is shown later (Server-sent events, HTML standard).
    pub(super) fn news(editions: &Editions) -> Self {
        Self(Kind::News(Box::pin(next(editions.clone(), true))))
    }

    /// The bytes that are known by now.
    pub fn bytes(&self) -> &[u8] {
        match &self.0 {
            Kind::Whole(Some(bytes)) => bytes,
            _ => &[],
        }
    }
}

async fn next(mut editions: Editions, is_first: bool) -> Option<(String, Editions)> {
    if !is_first {
        editions.changed().await.ok()?;
    }
    let event = editions.borrow_and_update().event(is_first);
    Some((event, editions))
}

impl hyper::body::Body for Body {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        match &mut self.0 {
            Kind::Whole(bytes) => Poll::Ready(bytes.take().map(|bytes| Ok(Frame::data(bytes)))),
            Kind::News(news) => news.as_mut().poll(context).map(|ready| {
                let (event, editions) = ready?;
                *news = Box::pin(next(editions, false));
                Some(Ok(Frame::data(event.into())))
            }),
        }
    }

    fn is_end_stream(&self) -> bool {
        matches!(&self.0, Kind::Whole(bytes) if bytes.as_ref().is_none_or(Bytes::is_empty))
    }

    fn size_hint(&self) -> SizeHint {
        match &self.0 {
            Kind::Whole(bytes) => SizeHint::with_exact(bytes.as_ref().map_or(0, |bytes| bytes.len() as u64)),
            Kind::News(_) => SizeHint::default(),
        }
    }
}

impl std::fmt::Debug for Body {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self.0 {
            Kind::Whole(_) => "Body::whole",
            Kind::News(_) => "Body::news",
        })
    }
}
