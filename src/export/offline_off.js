// The site keeps nothing for times without a network: a worker that it sent for earlier takes its leave here.
if (!self.document) {
  const base = $BASE;
  const prefix = `supportal ${base} `;
  const leave = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(prefix)).map((name) => caches.delete(name)));
    await self.registration.unregister();
  };
  self.addEventListener('install', () => self.skipWaiting());
  self.addEventListener('activate', (event) => event.waitUntil(leave()));
}
