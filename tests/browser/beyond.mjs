// What reaches beyond the window and would have to be scrolled to sideways.

/** In the page: how far its content reaches beyond the window, and what does. */
export function beyond() {
  const { scrollWidth, clientWidth } = document.documentElement;
  const hides = [document.documentElement, document.body].some((element) => /hidden|clip/.test(getComputedStyle(element).overflowX));
  if (scrollWidth <= clientWidth && !hides) return [];
  const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5);
  return [`${scrollWidth} of ${clientWidth} px${hides ? ', and hides it' : ''}: ${wide.slice(0, 3).map((element) => element.cloneNode(false).outerHTML).join(' ')}`];
}
