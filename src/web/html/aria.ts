type Truth = boolean | 'true' | 'false'

/** The ARIA attributes we use values of, after WAI-ARIA 1.2. References are ids, several parted by spaces. */
export interface Aria {
  'aria-atomic': Truth
  'aria-autocomplete': 'none' | 'inline' | 'list' | 'both'
  'aria-busy': Truth
  'aria-checked': Truth | 'mixed'
  'aria-colcount': number
  'aria-colindex': number
  'aria-colspan': number
  'aria-controls': string
  'aria-current': 'page' | 'step' | 'location' | 'date' | 'time' | Truth
  'aria-describedby': string
  'aria-description': string
  'aria-details': string
  'aria-disabled': Truth
  'aria-errormessage': string
  'aria-expanded': Truth
  'aria-haspopup': 'menu' | 'listbox' | 'tree' | 'grid' | 'dialog' | Truth
  'aria-hidden': Truth
  'aria-invalid': Truth
  'aria-keyshortcuts': string
  'aria-label': string
  'aria-labelledby': string
  'aria-level': number
  'aria-live': 'off' | 'polite' | 'assertive'
  'aria-modal': Truth
  'aria-multiselectable': Truth
  'aria-orientation': 'horizontal' | 'vertical'
  'aria-owns': string
  'aria-posinset': number
  'aria-pressed': Truth | 'mixed'
  'aria-required': Truth
  'aria-roledescription': string
  'aria-rowcount': number
  'aria-rowindex': number
  'aria-rowspan': number
  'aria-selected': Truth
  'aria-setsize': number
  'aria-sort': 'ascending' | 'descending' | 'none' | 'other'
  'aria-valuemax': number
  'aria-valuemin': number
  'aria-valuenow': number
  'aria-valuetext': string
}

const known: Record<keyof Aria, true> = {
  'aria-atomic': true,
  'aria-autocomplete': true,
  'aria-busy': true,
  'aria-checked': true,
  'aria-colcount': true,
  'aria-colindex': true,
  'aria-colspan': true,
  'aria-controls': true,
  'aria-current': true,
  'aria-describedby': true,
  'aria-description': true,
  'aria-details': true,
  'aria-disabled': true,
  'aria-errormessage': true,
  'aria-expanded': true,
  'aria-haspopup': true,
  'aria-hidden': true,
  'aria-invalid': true,
  'aria-keyshortcuts': true,
  'aria-label': true,
  'aria-labelledby': true,
  'aria-level': true,
  'aria-live': true,
  'aria-modal': true,
  'aria-multiselectable': true,
  'aria-orientation': true,
  'aria-owns': true,
  'aria-posinset': true,
  'aria-pressed': true,
  'aria-required': true,
  'aria-roledescription': true,
  'aria-rowcount': true,
  'aria-rowindex': true,
  'aria-rowspan': true,
  'aria-selected': true,
  'aria-setsize': true,
  'aria-sort': true,
  'aria-valuemax': true,
  'aria-valuemin': true,
  'aria-valuenow': true,
  'aria-valuetext': true,
}

/** True for a name in {@link Aria}. The compiler does not look at misspelt names with a hyphen; this does. */
export const isAriaName = (name: string): boolean => Object.hasOwn(known, name)

/** ARIA attributes whose value is one or more ids of the same page. */
export const ariaReferences = [
  'aria-controls',
  'aria-describedby',
  'aria-details',
  'aria-errormessage',
  'aria-labelledby',
  'aria-owns',
] as const
