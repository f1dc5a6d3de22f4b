// The script of the preview. In a page it learns of the next build, and loads the page anew if it changed; the same file is
// the worker that all pages share. The worker asks the server, for the policy of the pages allows them no requests, and
// one connection serves all tabs: a browser opens only six to one server.

const inWorker = () => {
  const pages = new Set();
  let latest;

  const listen = (page) => {
    page.onmessage = async ({ data: { hello, bye, ask, id } }) => {
      if (hello) {
        pages.add(page);
        if (latest) page.postMessage({ news: latest });
      }
      if (bye) pages.delete(page);
      if (ask) {
        const text = await fetch(ask).then((answer) => answer.text()).catch(() => null);
        page.postMessage({ id, text });
      }
    };
  };

  if ('onconnect' in self) self.onconnect = ({ ports: [port] }) => listen(port);
  else listen(self);

  new EventSource('/.supportal/events').onmessage = ({ data }) => {
    const news = JSON.parse(data);
    pages.forEach((page) => page.postMessage({ news }));
    // Who comes late is not led away from where they went.
    latest = { ...news, follow: null };
  };
};

const inPage = () => {
  const script = document.currentScript;
  let { run, page, frame } = script.dataset;
  let number = Number(script.dataset.number);
  script.remove();

  // ── Asking ──────────────────────────────────────────────────────────────

  const port = self.SharedWorker ? new SharedWorker(script.src).port : new Worker(script.src);
  const answers = new Map();
  const ask = (path) => new Promise((resolve) => {
    const id = String(Math.random());
    answers.set(id, resolve);
    port.postMessage({ ask: path, id });
  });
  port.onmessage = ({ data: { news, id, text } }) => {
    if (news) hear(news);
    answers.get(id)?.(text);
    answers.delete(id);
  };
  const hello = () => port.postMessage({ hello: true });
  addEventListener('pagehide', () => port.postMessage({ bye: true }));
  // A page that the browser had put aside may have missed something.
  addEventListener('pageshow', ({ persisted }) => persisted && hello());

  const ready = new Promise((resolve) => {
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', resolve);
    else resolve();
  });
  // As data, for browsers take the styles of a parsed text for new ones of this page, which its policy does not know.
  const asData = (html) => html.replaceAll(/<style\b/gi, '<script type="text/css"').replaceAll(/<\/style\b/gi, '</script');
  const parse = (html) => new DOMParser().parseFromString(asData(html), 'text/html');

  // ── What the reader did is kept when the page is loaded anew ────────────

  const key = 'supportal preview';
  const fields = () => [...document.querySelectorAll('input:not([type=password], [type=file], [type=hidden]), select, textarea')];
  const folds = () => [...document.querySelectorAll('details')];
  const names = (elements) => elements.map((element) => `${element.localName} ${element.type ?? ''} ${element.id} ${element.name ?? ''}`).join();
  const state = (field) => [field.value, field.checked ?? false];

  const reload = () => {
    const kept = {
      path: location.pathname, at: [scrollX, scrollY], names: names(fields()), states: fields().map(state),
      focus: fields().indexOf(document.activeElement), folds: folds().map((fold) => fold.open),
    };
    // Without storage, or with too little of it, the browser keeps what it can.
    try { sessionStorage.setItem(key, JSON.stringify(kept)); } catch {}
    location.reload();
  };

  const restore = async () => {
    let kept = null;
    try {
      kept = JSON.parse(sessionStorage.getItem(key));
      sessionStorage.removeItem(key);
    } catch {}
    if (kept?.path !== location.pathname) return;
    await ready;
    // In a page with other fields nobody knows which is which.
    if (kept.names === names(fields())) {
      fields().forEach((field, index) => fill(field, ...kept.states[index]));
      fields()[kept.focus]?.focus({ preventScroll: true });
    }
    if (kept.folds.length === folds().length) folds().forEach((fold, index) => { fold.open = kept.folds[index]; });
    // The browser goes on from here, and keeps to what was read if something above it grew.
    scrollTo({ left: kept.at[0], top: kept.at[1], behavior: 'instant' });
  };

  const fill = (field, value, checked) => {
    if (field.value === value && (field.checked ?? false) === checked) return;
    field.value = value;
    if ('checked' in field) field.checked = checked;
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
  };

  // ── Styles are exchanged in the page as it stands ───────────────────────

  const replaced = new Map();
  const styles = (from) => [...from.querySelectorAll('link[rel~=stylesheet], style, script[type="text/css"]')]
    .filter((style) => ![...replaced.values()].includes(style));
  const isLink = (style) => style.localName === 'link';

  /** Whether every style of the page could take the place of the old one. */
  const exchange = (fresh) => {
    const [old, next] = [styles(document), styles(fresh)];
    const fits = old.length === next.length
      && old.every((style, index) => isLink(style) === isLink(next[index]) && (isLink(style) || style.sheet));
    if (fits) old.forEach((style, index) => (isLink(style) ? relink(style, next[index].getAttribute('href')) : rewrite(style, next[index].textContent)));
    return fits;
  };

  const relink = (link, href) => {
    if (link.getAttribute('href') === href) return;
    const next = link.cloneNode();
    next.href = href;
    // Until the new one is there the old one stays, so that nothing flashes; and so do those that it was to replace.
    replaced.set(next, link);
    next.onload = () => retire(next);
    next.onerror = next.onload;
    link.after(next);
  };

  const retire = (link) => {
    const old = replaced.get(link);
    replaced.delete(link);
    if (old) retire(old);
    old?.remove();
  };

  /** Rule by rule, for the policy of the page knows the old text of the element only. */
  const rewrite = (style, text) => {
    const fresh = new CSSStyleSheet();
    fresh.replaceSync(text);
    while (style.sheet.cssRules.length) style.sheet.deleteRule(0);
    [...fresh.cssRules].forEach((rule, index) => style.sheet.insertRule(rule.cssText, index));
  };

  // ── Files that keep their names ─────────────────────────────────────────

  const pathOf = (address) => {
    const { origin, pathname } = new URL(address, location);
    try { return origin === location.origin ? decodeURIComponent(pathname) : null; } catch { return null; }
  };

  /** Shows the changed ones of the files that this page loaded. */
  const refresh = (changed) => {
    const used = new Set(performance.getEntriesByType('resource').map(({ name }) => pathOf(name)));
    const touched = new Set(changed.filter((path) => used.has(path)));
    const links = styles(document).filter((style) => isLink(style) && touched.delete(pathOf(style.href)));
    if (touched.size) return reload();
    for (const link of links) relink(link, `${link.getAttribute('href').split('?')[0]}?${number}`);
  };

  // ── News ────────────────────────────────────────────────────────────────

  const isProblem = () => document.querySelector('main[data-problems]') !== null;

  const hear = async (news) => {
    await ready;
    const isNext = news.run === run && news.number === number + 1;
    const isKnown = news.run === run && news.number === number;
    ({ run, number } = news);
    if (isProblem()) return isKnown || reload();
    if (!news.good) return show();
    hide();
    if (isKnown) return;
    if (news.follow && news.follow !== location.pathname && document.visibilityState === 'visible') return location.assign(news.follow);
    if (!isNext || !news.loaded) return reload();
    const text = await ask(location.href);
    // Without an answer there will be other news; and those that came meanwhile are newer.
    if (text === null || number !== news.number) return;
    const fresh = parse(text);
    const data = fresh.querySelector('script[data-page]')?.dataset;
    if (data?.page !== page) {
      if (data?.frame !== frame || !exchange(fresh)) return reload();
      ({ page } = data);
    }
    refresh(news.loaded);
  };

  // ── Problems stand over the page, which stays as it is ──────────────────

  let shadow;

  const show = async () => {
    const asked = number;
    const text = await ask('/.supportal/problems');
    if (text === null || number !== asked) return;
    hide();
    const fresh = parse(text);
    const host = document.createElement('supportal-problems');
    shadow = host.attachShadow({ mode: 'open' });
    const dialog = document.createElement('dialog');
    dialog.setAttribute('aria-labelledby', 'problems');
    const button = (label, action) => Object.assign(document.createElement('button'), { textContent: label, onclick: action });
    dialog.append(fresh.querySelector('main'), button('Show the last good page', () => dialog.close()));
    // The reading begins at the title, not at the button below.
    Object.assign(dialog.querySelector('h1'), { tabIndex: -1, autofocus: true });
    const chip = button(fresh.title, () => dialog.showModal());
    chip.className = 'chip';
    const link = fresh.querySelector('link[rel=stylesheet]');
    // Without its style it is better shown plainly than not at all.
    link.onload = () => dialog.isConnected && dialog.showModal();
    link.onerror = link.onload;
    shadow.append(link, dialog, chip);
    document.documentElement.append(host);
  };

  const hide = () => {
    shadow?.host.remove();
    shadow = undefined;
  };

  hello();
  restore();
};

if (self.document) inPage();
else inWorker();
