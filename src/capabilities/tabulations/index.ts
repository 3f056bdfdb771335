import { type Capability, presetPart } from '#web/capability.ts'
import { importPrinted } from './actions/import-printed.ts'
import { resultsDataset } from './datasets.ts'
import { tabulationJobs } from './jobs.ts'
import { resultsPanel, statisticsPanel } from './panels.tsx'
import { printedSurveysPreset } from './preset.ts'
import { tabulationRoutes } from './routes/index.ts'
import { tabulationSubject } from './subject.ts'

export { crossPair, makeTabulation } from './actions/make.ts'
export { publishTabulation, withdrawTabulation } from './actions/publish.ts'
export { addHeading, changeHeading, decideText } from './actions/texts.ts'
export { findPublicResults, type PublicResults } from './find-results.ts'
export { paths as tabulationPaths } from './paths.ts'
export { printedSurveysPreset } from './preset.ts'
export { getSettings, saveSettings } from './queries/settings.ts'
export { getTabulation, listTabulations } from './queries/tabulations.ts'
export { listHeadings, listTexts } from './queries/texts.ts'
export { baseOf } from './question.ts'
export { defaultSettings, type Settings } from './tabulation.ts'

/** 集計: what surveys came to, counted, checked and published. */
export const tabulations: Capability = {
  name: 'tabulations',
  routes: tabulationRoutes,
  jobs: tabulationJobs,
  subjects: [tabulationSubject],
  panels: [resultsPanel, statisticsPanel],
  presets: [
    presetPart({
      path: 'printed-surveys.json',
      schema: printedSurveysPreset,
      load: importPrinted,
    }),
  ],
  datasets: [resultsDataset],
}
