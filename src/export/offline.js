// In a page this file sends for itself as the worker of the site. The worker keeps the pages with the telephone numbers,
// and shows them when the network is down or does not answer; what the network answers always comes first.
{
  const { base, version, contacts, pages, files } = $DATA;
  const prefix = `supportal ${base} `;
  const name = prefix + version;
  const patience = 4000;

  const keep = async () => {
    const cache = await caches.open(name);
    await cache.addAll([...pages, ...files].map((path) => new Request(path, { cache: 'reload' })));
    await self.skipWaiting();
  };

  const forget = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((other) => other.startsWith(prefix) && other !== name).map((other) => caches.delete(other)));
    await self.clients.claim();
  };

  const kept = async (path) => (await caches.open(name)).match(path);

  const late = () => new Promise((_, reject) => { setTimeout(reject, patience); });

  // The network first, for as long as a reader waits; its answer is kept for the next time.
  const page = async (request, path) => {
    const network = fetch(request);
    try {
      const response = await Promise.race([network, late()]);
      if (response.ok && !response.redirected) {
        const copy = response.clone();
        // A full disk is no reason to keep an answer back.
        caches.open(name).then((cache) => cache.put(path, copy)).catch(() => {});
      }
      return response;
    } catch {
      return await kept(path) ?? network;
    }
  };

  // Its name holds the hash of its bytes, so it is always the same.
  const file = async (request, path) => await kept(path) ?? fetch(request);

  // Without a network every other address leads to the contact page of its language.
  const other = async (request, path) => {
    const network = fetch(request);
    try {
      return await network;
    } catch {
      const [, contact] = contacts.find(([home]) => path.startsWith(home)) ?? [];
      return contact && await kept(contact) ? Response.redirect(contact) : network;
    }
  };

  if (self.document) {
    navigator.serviceWorker?.register(document.currentScript.src, { scope: base }).catch(() => {});
  } else {
    self.addEventListener('install', (event) => event.waitUntil(keep()));
    self.addEventListener('activate', (event) => event.waitUntil(forget()));
    self.addEventListener('fetch', (event) => {
      const { request } = event;
      const { origin, pathname } = new URL(request.url);
      if (request.method !== 'GET' || origin !== location.origin) return;
      if (files.includes(pathname)) event.respondWith(file(request, pathname));
      else if (request.mode !== 'navigate') return;
      else event.respondWith((pages.includes(pathname) ? page : other)(request, pathname));
    });
  }
}
