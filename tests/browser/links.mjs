// What a portal points at within itself, asked of a server that has it.

/** Every link and picture that does not answer, and every anchor that is not there. */
export async function broken(site, server, documents) {
  const local = (link) => link.replace(site.base.origin, server.host);
  const published = (page) => site.base.href + encodeURI(page.path);
  const idsAt = new Map(documents.map(([page, { ids }]) => [new URL(local(published(page))).pathname, ids]));
  const answers = new Map();
  const problems = [];
  for (const [page, { links }] of documents) {
    for (const [markup, link] of links) {
      const url = URL.canParse(link, published(page)) ? new URL(local(new URL(link, published(page)).href)) : undefined;
      const report = (problem) => problems.push(`/${page.path}: ${problem}: ${markup}`);
      if (!url) report('no address');
      else if (url.protocol === 'tel:') /^tel:\+?[\d-]+(;[\w.=+-]+)*$/.test(link) || report('no telephone number');
      else if (url.protocol === 'mailto:') /^mailto:[^@\s]+@[^@\s?]+(\?\S*)?$/.test(link) || report('no e-mail address');
      else if (url.origin === server.host) {
        const asked = url.origin + url.pathname;
        if (!answers.has(asked)) answers.set(asked, (await fetch(asked, { redirect: 'manual' })).status);
        if (answers.get(asked) !== 200) report(`answers ${answers.get(asked)}`);
        if (url.href.endsWith('#')) report('leads nowhere');
        else if (url.hash && !idsAt.get(url.pathname)?.includes(decodeURIComponent(url.hash.slice(1)))) report('no such anchor');
      } else if (!/^(https?|sms):|^data:image\//.test(url.href)) report('an address of an unknown kind');
    }
  }
  return { asked: answers.size, problems };
}

/** In a page: what it points at, its ids, and the languages that it names. */
export function pointers(document) {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const markup = (element) => element.cloneNode(false).outerHTML;
  const links = ['href', 'src', 'action', 'poster', 'data'].flatMap((name) =>
    all(`[${name}]`).map((element) => [markup(element), element.getAttribute(name)]));
  const pictures = all('[srcset]').flatMap((element) =>
    element.srcset.split(/,\s+/).map((candidate) => [markup(element), candidate.trim().split(/\s/)[0]]));
  return {
    links: [...links, ...pictures],
    ids: all('[id]').map((element) => element.id),
    canonical: document.querySelector('link[rel=canonical]')?.getAttribute('href'),
    alternates: all('link[rel=alternate][hreflang]').map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')]),
  };
}
