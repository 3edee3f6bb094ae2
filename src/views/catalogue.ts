import type { ViewDefinition } from './definition.js';
import { actorView } from './registry/actors.js';
import { agreementsView } from './agreements/agreements.js';
import { allPredictorsView, predictionsView } from './predictions/predictions.js';
import { allSanctionsView, sanctionsView } from './sanctions/sanctions.js';
import { allStatementsView, statementsView } from './statements/statements.js';
import { allSummitsView } from './series/summits.js';
import { commitmentsView } from './commitments/commitments.js';
import { officialScheduleView } from './schedule/official-schedule.js';
import { openQuestionsView } from './open-questions/open-questions.js';
import { outcomeView } from './outcome/outcome.js';
import { positionsView } from './positions/positions.js';
import { scheduleVsActualView } from './schedule/schedule-vs-actual.js';
import { seriesView } from './series/series.js';
import { sourceView } from './registry/sources.js';
import { timelineView } from './timeline/timeline.js';

/** Every read model. Routes, command line, differences, replays, live views and documents are made from it. */
export const views = [
  outcomeView,
  scheduleVsActualView,
  officialScheduleView,
  timelineView,
  positionsView,
  agreementsView,
  commitmentsView,
  predictionsView,
  sanctionsView,
  statementsView,
  openQuestionsView,
  allSummitsView,
  seriesView,
  allStatementsView,
  allPredictorsView,
  allSanctionsView,
  actorView,
  sourceView,
] as const;

/** Those of one summit. */
export const summitViews: readonly ViewDefinition[] = views.filter(({ about }) => about === 'summit');

/** Those that belong to no one summit. */
export const crossSummitViews: readonly ViewDefinition[] = views.filter(({ about }) => about !== 'summit');
