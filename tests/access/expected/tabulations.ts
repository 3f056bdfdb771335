import { besides, only, type Rules } from './notation.ts'

const keepers = 'every-desk'
const everyone = only({ public: 'everyone' })
const desk = 'tabulations.desk'

/** 集計: whoever works on a survey counts it and publishes the results; what was written is theirs to read. */
export const tabulations: Rules = {
  'tabulations.list': only('everyone'),
  'tabulations.show': everyone,
  'tabulations.show-crosses': everyone,
  'tabulations.csv': everyone,
  'tabulations.excel': everyone,
  'tabulations.report': everyone,
  'tabulations.desk': only(keepers),
  'tabulations.make': besides(desk, { ended: keepers }),
  'tabulations.settings': only(keepers),
  'tabulations.check': only(keepers),
  'tabulations.publish': only({ 'draft withdrawn': keepers }),
  'tabulations.withdraw': only({ published: keepers }),
  'tabulations.texts': only({ ended: keepers }),
  'tabulations.decide-text': only(keepers),
  'tabulations.add-heading': only({ ended: keepers }),
  'tabulations.change-heading': only(keepers),
}
