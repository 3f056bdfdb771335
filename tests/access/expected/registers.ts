import { only, type Rules } from './notation.ts'

const keepers = 'every-desk admin'

/** 施設・組織・NPO法人・取込: everyone reads the registers of the city; the desk and the administrators fill them. */
export const registers: Rules = {
  'facilities.list': only('everyone'),
  'facilities.show': only('everyone'),
  'facilities.open-form': only(keepers),
  'facilities.add': only(keepers),
  'facilities.open-edit': only(keepers),
  'facilities.change': only(keepers),
  'facilities.close': only({ open: keepers }),
  'facilities.reopen': only({ closed: keepers }),
  'cities.list-departments': only('everyone'),
  'cities.show-department': only('everyone'),
  'cities.change-department': only('every-office admin'),
  'npos.list': only(keepers),
  'imports.list': only(keepers),
  'imports.upload': only(keepers),
  'imports.template': only(keepers),
  'imports.show': only(keepers),
  'imports.report-csv': only(keepers),
  'imports.report-excel': only(keepers),
  'imports.change-columns': only({ 'uploaded checked': keepers }),
  'imports.choose': only({ checked: keepers }),
  'imports.run': only({ checked: keepers }),
  'imports.cancel': only({ running: keepers }),
  'imports.revert': only({ done: keepers }),
  'imports.put-away': only({ 'uploaded checked': keepers }),
}
