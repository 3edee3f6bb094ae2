import { describe, it } from '@jest/globals';
import { given } from '../../test/given.js';
import { concluded, on, registered } from '../../test/summit-x.js';
import { AnnounceFollowUpHandler } from './announce-follow-up.js';

const talks = { summitId: 'x', level: 'teams', status: 'expected', content: 'the teams meet again' };

describe('AnnounceFollowUp', () => {
  it('tells what is to come, also after the summit', () =>
    given(registered, concluded(on('2019-02-27')))
      .when(AnnounceFollowUpHandler, { data: talks })
      .then(talks));

  it('refuses a level that there is not', () =>
    given(registered)
      .when(AnnounceFollowUpHandler, { data: { ...talks, level: 'pets' } })
      .refused('invalid'));
});
