export { type Frame, homeOf } from './frame.ts'
export { Layout, type LayoutProps, type Notice } from './layout.tsx'
export { cityNavigation, type NavItem, pathInLanguage } from './navigation.ts'
export { ProblemBody, renderProblem } from './problem-page.tsx'
