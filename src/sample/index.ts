export { loadSamples, loadStory, type Occasion, type Telling, tellStory } from './load.ts'
export { type Removed, removeSamples } from './remove.ts'
export { listStories, readStory, type Story } from './story.ts'
