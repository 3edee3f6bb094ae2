import { describe, it } from '@jest/globals';
import { given } from '../../test/given.js';
import { registered, registration, retracted, x } from '../../test/summit-x.js';
import { RegisterSummitHandler } from './register-summit.js';

const register = (data: object = registration) => [RegisterSummitHandler, { data }] as const;

describe('RegisterSummit', () => {
  it('opens a summit', () =>
    given()
      .when(...register())
      .then(registration));

  it('refuses an id that is taken, naming who took it', () =>
    given(registered)
      .when(...register())
      .refused('already_registered', ...x('registered')));

  it('refuses an id that was taken, even after the registration was retracted', () =>
    given(registered, retracted('registered'))
      .when(...register())
      .refused('already_registered'));

  it('refuses fewer than two parties', () =>
    given()
      .when(...register({ ...registration, parties: ['us'] }))
      .refused('parties_required'));

  it('refuses one party named twice', () =>
    given()
      .when(...register({ ...registration, parties: ['us', 'us'] }))
      .refused('parties_required'));

  it('refuses a summit without a zone', () =>
    given()
      .when(...register({ ...registration, timeZone: undefined }))
      .refused('time_zone_required'));
});
