import { describe, it } from '@jest/globals';
import { given, note } from '../../test/given.js';
import { RegisterSourceHandler } from './register-source.js';

const article = { sourceId: 'S01', kind: 'article', publisher: 'cnbc', publishedAt: '2019-02-28' };

describe('RegisterSource', () => {
  it('enters a source', () => given().when(RegisterSourceHandler, { data: article }).then(article));

  it('refuses an id that is taken', () =>
    given(note('source-S01', 'SourceRegistered', article))
      .when(RegisterSourceHandler, { data: article })
      .refused('already_registered', 'source-S01/0'));

  it('asks for the kind of source', () =>
    given()
      .when(RegisterSourceHandler, { data: { sourceId: 'S01' } })
      .refused('invalid'));
});
