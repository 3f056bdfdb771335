/** The pages of results, under a survey. */
export const paths = {
  list: (city: string) => `/${city}/survey-results`,
  results: (city: string, survey: string) => `/${city}/surveys/${survey}/results`,
  /** Every question by one axis. */
  crosses: (city: string, survey: string, axis: number) =>
    `/${city}/surveys/${survey}/results/crosses?axis=${axis}`,
  csv: (city: string, survey: string) => `/${city}/surveys/${survey}/results/tables.csv`,
  excel: (city: string, survey: string) => `/${city}/surveys/${survey}/results/tables.xlsx`,
  report: (city: string, survey: string) => `/${city}/surveys/${survey}/results/report.pdf`,
  desk: (city: string, survey: string) => `/${city}/surveys/${survey}/tabulations`,
  settings: (city: string, survey: string) => `/${city}/surveys/${survey}/tabulations/settings`,
  tabulation: (city: string, survey: string, number: number) =>
    `/${city}/surveys/${survey}/tabulations/${number}`,
  publication: (city: string, survey: string, number: number) =>
    `/${city}/surveys/${survey}/tabulations/${number}/publication`,
  withdrawal: (city: string, survey: string, number: number) =>
    `/${city}/surveys/${survey}/tabulations/${number}/withdrawal`,
  texts: (city: string, survey: string) => `/${city}/surveys/${survey}/texts`,
  text: (city: string, survey: string, text: string) => `/${city}/surveys/${survey}/texts/${text}`,
  headings: (city: string, survey: string) => `/${city}/surveys/${survey}/headings`,
  heading: (city: string, survey: string, heading: string) =>
    `/${city}/surveys/${survey}/headings/${heading}`,
} as const
