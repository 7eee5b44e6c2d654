import { required, startDay, text } from '../field.js';
import { defineKind } from '../kind.js';

export const source = defineKind({
  name: 'Source',
  section: 'sources',
  description: 'A page, filing or article that was opened and read. Every fact rests on at least one.',
  fields: {
    publisher: required(text('Who published it.', { searchWeight: 2 })),
    title: required(text('Its title.', { maxLength: 500, searchWeight: 4 })),
    url: text('Where it is on the web.', {
      maxLength: 2000,
      pattern: { regex: /^https?:\/\//, message: 'an address starts with https://' },
    }),
    publishedOn: startDay('When it was published.'),
  },
});
