// Says in every `[data-due]` by when a promise is due that begins now, in `[data-desk]` whether a desk answers, and in
// `[data-estimate]` what work costs, from `#promises`; marks the hour in the pictures of weeks with `[data-zone]`. What stands there without it stays true. Instants are minutes since 1970.
// promises.min.js is made from this file: npm run minify in tests/browser.
(() => {
  const { from, until, desks, rates, zone, lang, numbers, plurals, lengths, clock, say } = JSON.parse(document.getElementById('promises').textContent);
  const format = (minute, options, timeZone, tag = lang) => new Date(minute * 6e4).toLocaleString(tag, { timeZone, ...options });
  // In Arabic and Hebrew each part keeps its own direction.
  const apart = (text) => (text && document.dir === 'rtl' ? `\u2068${text}\u2069` : text);
  const fill = (text, slots) => text.replace(/{(\w+)}/g, (_, name) => apart(slots[name] ?? ''));
  const weekday = { weekday: 'short' };
  const moment = (minute, place = zone) => {
    const options = format(minute, weekday) === format(minute, weekday, place) ? clock : { ...weekday, ...clock };
    const [time, own] = [format(minute, options, place), format(minute, options)];
    return {
      day: format(minute, { weekday: 'long', day: 'numeric', month: 'long' }, place),
      time: format(minute, clock, place),
      yours: time === own ? '' : fill(say.yours, { time: own, zone: place }),
    };
  };

  // Opening, closing, opening, closing, …
  const changes = (desk) => desks[desk].open.map((sum => gap => sum += gap)(from));
  const isOpen = (desk, now) => changes(desk).filter((change) => change <= now).length % 2 > 0;
  const due = {
    elapsed: (now, minutes) => now + minutes,
    open(now, minutes, desk) {
      const all = changes(desk);
      for (let i = 0; i < all.length; i += 2) {
        const start = Math.max(all[i], now);
        const length = all[i + 1] - start;
        if (length > 0 && minutes <= length) return start + minutes;
        if (length > 0) minutes -= length;
      }
    },
    days(now, count, desk) {
      const { days } = desks[desk];
      let midnight = from;
      for (let i = 0; i < days.length; i += 2) {
        midnight += days[i];
        if (midnight > now && !--count) return midnight + days[i + 1];
      }
    },
  };

  const promises = (now) => {
    for (const place of document.querySelectorAll('[data-due]')) {
      const [kind, ...rest] = place.dataset.due.split(' ');
      const end = now >= from ? due[kind](now, ...rest.map(Number)) : undefined;
      const isKnown = end <= until;
      const text = isKnown ? fill(say.due, moment(end)) : '';
      // What was said is kept apart from what stands there: the browser may have translated that.
      if (place.said === text) continue;
      place.said = text;
      const time = document.createElement('time');
      if (isKnown) time.dateTime = new Date(end * 6e4).toISOString();
      time.textContent = text;
      place.replaceChildren(time);
      place.hidden = !text;
    }
  };

  // Whether a desk answers, up to the horizon.
  const state = (desk, now) => {
    if (now < from || now >= until) return '';
    const place = desks[desk].zone;
    const next = changes(desk).find((change) => change > now);
    const isKnown = next < until;
    const when = isKnown && moment(next, place);
    if (!isOpen(desk, now)) return fill(isKnown ? `${say.closed} ${say.opens}` : say.closed, { ...when, reason: '' });
    if (!isKnown) return say.open;
    const date = next > now + 1440 ? `${format(next, { day: 'numeric', month: 'long' }, place ?? zone)}, ` : '';
    return fill(say.until, { ...when, time: date + when.time });
  };
  const states = (now) => {
    for (const place of document.querySelectorAll('[data-desk]')) {
      const text = state(place.dataset.desk, now);
      if (place.said === text) continue;
      place.said = place.textContent = text;
      place.hidden = !text;
    }
  };

  // Swedish writes a date as machines do.
  const mark = (ribbon, now) => {
    const { zone: place, first } = ribbon.dataset;
    const wall = new Date(`${format(now, {}, place, 'sv').replace(' ', 'T')}Z`);
    const line = ribbon.querySelector('.mark') ?? document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    const part = (wall.getUTCHours() * 60 + wall.getUTCMinutes()) / 14.4;
    for (const [name, value] of Object.entries({ class: 'mark', x: `${document.dir === 'rtl' ? 100 - part : part}%`, y: '-25%', width: 2, height: '150%' })) {
      line.setAttribute(name, value);
    }
    // Days are numbered from Monday, 1, or from Sunday, 0.
    ribbon.querySelectorAll('.week')[(wall.getUTCDay() + 7 - first) % 7].append(line);
  };

  // As Rate::charge: the minimum first, then whole steps; half a minor unit is rounded up.
  const counted = ({ minimum, increment }, minutes) => Math.ceil(Math.max(minutes, minimum) / increment) * increment;
  const charge = (rate, price, minutes, isOutside) => {
    const [over, under] = isOutside && rate.times || [1, 1];
    const [above, below] = [BigInt(price.minor) * BigInt(counted(rate, minutes)) * BigInt(over), 60n * BigInt(under)];
    return (2n * above + below) / (2n * below) + BigInt(isOutside && price.plus || 0);
  };
  // The program wrote samples of ones, below 10,000 and above: digits take their places, from the last.
  const written = ([short, long], digits) => {
    const places = (sample) => sample.match(/\p{N}/gu).length;
    const sample = digits.length > places(short) ? long : short;
    let spare = places(sample) - digits.length;
    const next = digits[Symbol.iterator]();
    return sample.replace(/(\p{N})(\P{N}+(?=\p{N}))?/gu, (_, one, gap = '') =>
      spare-- > 0 ? '' : String.fromCodePoint(one.codePointAt() - 1 + +next.next().value) + gap);
  };
  const money = ({ digits, samples: [whole, parted] }, minor) => {
    const all = String(minor).padStart(digits + 1, '0');
    const cut = all.length - digits;
    return +all.slice(cut) ? written(parted, all) : written(whole, all.slice(0, cut));
  };
  // As Wording::length: whole hours are hours.
  const length = (minutes) => {
    const [forms, count] = minutes % 60 ? [lengths[0], minutes] : [lengths[1], minutes / 60];
    const form = forms[new Intl.PluralRules(plurals).select(count)] ?? forms.other;
    return fill(form, { n: written(numbers, String(count)) });
  };
  const estimate = (form, now) => {
    const { rate: { value }, minutes, when } = form.elements;
    const rate = rates[value];
    // Whether it is outside now is known of a desk, and up to the horizon.
    const isKnown = now >= from && now < until && !(rate.extra && rate.desk == null);
    when.querySelector('[value=now]').hidden = !isKnown;
    if (!isKnown && when.value === 'now') when.value = 'inside';
    const isOutside = rate.extra && (when.value === 'now' ? !isOpen(rate.desk, now) : when.value === 'outside');
    const asked = minutes.valueAsNumber;
    // Prices follow each other; after the last one nothing is claimed.
    const price = rate.prices.find(({ from, until }) => !(now < from || now >= until));
    const isRight = minutes.validity.valid && asked > 0 && price;
    when.closest('label').hidden = !rate.extra;
    const text = isRight ? fill(say.estimate, {
      counted: length(counted(rate, asked)),
      charge: fill(price.tax, { amount: money(price, charge(rate, price, asked, isOutside)) }),
      when: rate.extra ? ` (${isOutside ? say.outside : say.inside})` : '',
    }) : '';
    const output = form.querySelector('output');
    if (output.value !== text) output.value = text;
  };

  const update = () => {
    const now = Math.floor(Date.now() / 6e4);
    promises(now);
    states(now);
    for (const ribbon of document.querySelectorAll('[data-zone]')) mark(ribbon, now);
    for (const form of document.querySelectorAll('[data-estimate]')) {
      form.hidden = false;
      form.oninput = update;
      form.onsubmit = () => false;
      estimate(form, now);
    }
  };
  update();
  setInterval(update, 5e3);
})();
