/** A fiscal year of a plan, in a city. */
export type YearPlace = { readonly city: string; readonly plan: string; readonly year: number }

const ofPlan = (city: string, plan: string): string => `/${city}/plans/${plan}/progress`
const ofYear = ({ city, plan, year }: YearPlace): string => `${ofPlan(city, plan)}/${year}`
const ofPart = (at: YearPlace, department: string): string =>
  `${ofYear(at)}/departments/${department}`

/** The pages of a plan's progress, under a city. */
export const paths = {
  /** All years of a plan. */
  plan: ofPlan,
  begin: (city: string, plan: string) => `${ofPlan(city, plan)}/new`,
  settings: (city: string, plan: string) => `${ofPlan(city, plan)}/settings`,
  year: ofYear,
  pdf: (at: YearPlace) => `${ofYear(at)}/report.pdf`,
  round: (at: YearPlace) => `${ofYear(at)}/round`,
  addDepartment: (at: YearPlace) => `${ofYear(at)}/round/departments`,
  steps: (at: YearPlace) => `${ofYear(at)}/round/step`,
  committee: (at: YearPlace) => `${ofYear(at)}/committee`,
  answers: (at: YearPlace) => `${ofYear(at)}/answers`,
  report: ofPart,
  table: (at: YearPlace, department: string) => `${ofPart(at, department)}/table`,
  takeIn: (at: YearPlace, department: string) => `${ofPart(at, department)}/table/run`,
  check: (at: YearPlace, department: string) => `${ofPart(at, department)}/check`,
  sheet: (city: string, plan: string, no: string) =>
    `/${city}/plans/${plan}/items/${encodeURIComponent(no)}/sheet.pdf`,
} as const
