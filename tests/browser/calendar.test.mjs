// Calendars and cards as ical.js, which is not ours, understands them: the same instants as in support.json.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import ICAL from 'ical.js';
import { portals } from './facts.mjs';

for (const portal of portals) {
  const { name, support } = portal;
  const { horizon, hours } = support;

  test(`${name}: hours.ics opens and closes at the instants of support.json`, () => {
    const spans = Object.fromEntries(Object.entries(hours).filter(([, desk]) => !desk.any_of.length).map(([id]) => [id, []]));
    for (const event of eventsOf(portal.read('hours.ics'))) {
      const id = Object.keys(spans).find((id) => event.uid.startsWith(`hours.${id}.`));
      assert.ok(id, event.uid);
      assert.equal(event.startDate.isDate, hours[id].always, `${event.uid}: whole days are for desks that never close`);
      spans[id].push(...occurrences(event));
    }
    for (const [id, found] of Object.entries(spans)) {
      assert.deepEqual(merged(found, horizon), hours[id].open.map((span) => span.map(seconds)), id);
    }
  });

  test(`${name}: combined hours are open while one of their parts is`, () => {
    for (const [id, desk] of Object.entries(hours).filter(([, desk]) => desk.any_of.length)) {
      const parts = desk.any_of.flatMap((part) => hours[part].open.map((span) => span.map(seconds)));
      assert.deepEqual(merged(parts, horizon), desk.open.map((span) => span.map(seconds)), id);
    }
  });

  test(`${name}: closures.ics has the closed and short days of support.json`, () => {
    const found = eventsOf(portal.read('closures.ics')).map((event) => `${/^closure\.(.*)\.\d{4}-/.exec(event.uid)[1]} ${event.startDate} ${event.endDate}`);
    const said = Object.entries(hours).flatMap(([id, desk]) => desk.exceptions.filter((day) => day.shortened)
      .map((day) => `${id} ${day.date} ${new Date(Date.parse(day.date) + 86400e3).toISOString().slice(0, 10)}`));
    assert.deepEqual(found.sort(), said.sort());
  });

  test(`${name}: the zones of hours.ics have the offsets that the browser knows`, () => {
    for (const zone of zonesOf(portal.read('hours.ics'))) {
      for (let at = seconds(horizon.from); at < seconds(horizon.until); at += 86400 * 3 + 3607) {
        const time = ICAL.Time.fromJSDate(new Date(at * 1000), true).convertToZone(zone);
        assert.equal(time.toString(), wallTime(zone.tzid, at), `${zone.tzid} ${at}`);
      }
    }
  });

  test(`${name}: contact.vcf has the telephones of support.json, Microsoft's first`, () => {
    const [kind, lines] = ICAL.parse(portal.read('contact.vcf'));
    assert.equal(kind, 'vcard');
    const numbers = lines.filter(([name]) => name === 'tel').map((line) => line[3]);
    const said = [support.partner_of_record.telephone, ...support.contact_methods.map((method) => method.telephone).filter(Boolean)];
    assert.deepEqual(numbers, [...new Set(said)]);
    assert.equal(lines.find(([name]) => name === 'fn')[3], support.site.title[support.site.languages[0]]);
    assert.equal(lines.find(([name]) => name === 'url')[3], support.site.base_url);
  });
}

const seconds = (instant) => Date.parse(instant) / 1000;

function zonesOf(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vtimezone').map((zone) => new ICAL.Timezone(zone));
}

function eventsOf(text) {
  ICAL.TimezoneService.reset();
  for (const zone of zonesOf(text)) ICAL.TimezoneService.register(zone);
  const calendar = new ICAL.Component(ICAL.parse(text));
  assert.equal(calendar.getFirstPropertyValue('method'), 'PUBLISH');
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

function occurrences(event) {
  if (!event.isRecurring()) return [[event.startDate.toUnixTime(), event.endDate.toUnixTime()]];
  const found = [];
  const iterator = event.iterator();
  for (let next = iterator.next(); next; next = iterator.next()) {
    const { startDate, endDate } = event.getOccurrenceDetails(next);
    found.push([startDate.toUnixTime(), endDate.toUnixTime()]);
    assert.ok(found.length < 1000, `${event.uid} has no end`);
  }
  return found;
}

/** Spans cut to the horizon, sorted, those that touch made one. */
function merged(spans, { from, until }) {
  const all = [];
  for (const [start, end] of spans.map(([start, end]) => [Math.max(start, seconds(from)), Math.min(end, seconds(until))]).sort(([a], [b]) => a - b)) {
    if (start >= end) continue;
    if (all.length && start <= all.at(-1)[1]) all.at(-1)[1] = Math.max(all.at(-1)[1], end);
    else all.push([start, end]);
  }
  return all;
}

function wallTime(timeZone, at) {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return format.format(at * 1000).replace(' ', 'T');
}
