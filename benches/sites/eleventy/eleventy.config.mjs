// The equal site for Eleventy: addresses of headings, a table of contents and groups of articles, each in the cheapest way.
const slug = (text) => text.toLowerCase().replace(/[^\w]+/g, '-');

function headingIds(md) {
  md.core.ruler.push('heading_ids', ({ tokens }) => {
    tokens.forEach((token, at) => {
      if (token.type === 'heading_open') token.attrSet('id', slug(tokens[at + 1].content));
    });
  });
}

function contents(html) {
  return [...html.matchAll(/<h2 id="([^"]*)">(.*?)<\/h2>/g)].map(([, id, text]) => ({ id, text }));
}

const home = { title: 'Get help', url: '/' };
const guides = { title: 'Guides', url: '/articles/' };
const status = { title: 'Status', url: '/notices/' };
const menu = [home, { title: 'Contact', url: '/contact/' }, { title: 'Support and prices', url: '/pricing/' }, guides, status];

const groupOf = (groups, url) => groups.find((group) => url.startsWith(group.url));

// The pages above the one of this address.
function crumbs(url, groups) {
  const above = [home, guides, status].filter((page) => url.startsWith(page.url) && url !== page.url);
  const group = groupOf(groups, url);
  return group && group.url !== url ? [...above, group] : above;
}

const byAddress = (a, b) => (a.url < b.url ? -1 : 1);

function categories(api) {
  const all = new Map();
  for (const item of api.getFilteredByGlob('content/articles/*/*.md').sort(byAddress)) {
    const category = item.filePathStem.split('/')[2];
    if (!all.has(category)) all.set(category, { articles: [] });
    if (item.fileSlug === category) Object.assign(all.get(category), { url: item.url, title: item.data.title });
    else all.get(category).articles.push(item);
  }
  return [...all.values()];
}

export default function (config) {
  config.amendLibrary('md', (md) => md.use(headingIds));
  config.addFilter('contents', contents);
  config.addFilter('day', (date) => date.toISOString().slice(0, 10));
  config.addFilter('of', groupOf);
  config.addFilter('crumbs', crumbs);
  config.addGlobalData('menu', menu);
  config.addCollection('categories', categories);
  config.addCollection('notices', (api) => api.getFilteredByGlob('content/notices/news-*.md'));
  config.addPassthroughCopy({ static: '/' });
  return { dir: { input: 'content', includes: '../_includes' }, markdownTemplateEngine: false };
}
