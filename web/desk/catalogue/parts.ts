import { SECTIONS } from './fields.ts'

/** The one part of an item that is edited on a canvas, and not field by field. */
export const DRAWN = { key: 'path', title: { zh: '流程图', en: 'Path' }, element: false, fields: [] } as const

const withSteps = SECTIONS.findIndex(({ fields }) => fields.some(({ key }) => key === 'steps')) + 1

/** All parts of the editor: the drawing stands behind the steps that it connects. */
export const PARTS = [...SECTIONS.slice(0, withSteps), DRAWN, ...SECTIONS.slice(withSteps)]
