import type { BehaviourElements } from './elements-behaviour.ts'
import type { DocumentElements } from './elements-document.ts'
import type { FormElements } from './elements-form.ts'
import type { PictureElements } from './elements-picture.ts'
import type { TableElements } from './elements-table.ts'
import type { TextElements } from './elements-text.ts'

/** The HTML a page may be written in: whatever is not named here does not compile. */
export interface Elements
  extends BehaviourElements,
    DocumentElements,
    FormElements,
    PictureElements,
    TableElements,
    TextElements {}
