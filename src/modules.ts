import type { Module } from '#kernel/module.ts'
import { access } from '#modules/access/index.ts'
import { accountability } from '#modules/accountability/index.ts'
import { cases } from '#modules/cases/index.ts'
import { catalogue } from '#modules/catalogue/index.ts'
import { evidence } from '#modules/evidence/index.ts'
import { exchange } from '#modules/exchange/index.ts'
import { findings } from '#modules/findings/index.ts'
import { hall } from '#modules/hall/index.ts'
import { inspections } from '#modules/inspections/index.ts'
import { institutions } from '#modules/institutions/index.ts'
import { licences } from '#modules/licences/index.ts'
import { mining } from '#modules/mining/index.ts'
import { notices } from '#modules/notices/index.ts'
import { organisation } from '#modules/organisation/index.ts'
import { recusal } from '#modules/recusal/index.ts'
import { rectification } from '#modules/rectification/index.ts'
import { residents } from '#modules/residents/index.ts'
import { supervision } from '#modules/supervision/index.ts'
import { vault } from '#modules/vault/index.ts'

/** The areas in the order in which they stand on each other: lower never imports upper. The table of contents. */
export const modules: readonly Module[] = [
  organisation,
  access,
  vault,
  notices,
  evidence,
  residents,
  institutions,
  catalogue,
  licences,
  hall,
  cases,
  recusal,
  findings,
  supervision,
  inspections,
  rectification,
  accountability,
  mining,
  exchange,
]
