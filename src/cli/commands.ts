import type { Bilingual } from '#kernel/refusal.ts'
import type { Command } from './io.ts'

interface CommandEntry extends Bilingual {
  /** Loaded only when called: a date question needs no database code. */
  readonly load: () => Promise<Command>
}

export const commands: Readonly<Record<string, CommandEntry>> = {
  start: {
    zh: '启动服务',
    en: 'start the server',
    load: async () => (await import('./start.ts')).startCommand,
  },
  migrate: {
    zh: '把数据库升级到当前结构',
    en: 'bring the database to the current schema',
    load: async () => (await import('./migrate.ts')).migrateCommand,
  },
  demo: {
    zh: '装入演示日志与演示账号',
    en: 'load the demo log and demo accounts',
    load: async () => (await import('./demo.ts')).demoCommand,
  },
  verify: {
    zh: '校验台账或导出文件是否被改动',
    en: 'verify the ledger, or an export of it, for any alteration',
    load: async () => (await import('./verify.ts')).verifyCommand,
  },
  rebuild: {
    zh: '由台账重建全部列表并核对',
    en: 'rebuild every list from the ledger and compare',
    load: async () => (await import('./rebuild.ts')).rebuildCommand,
  },
  export: {
    zh: '导出日志或台账',
    en: 'export a log or the ledger',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  import: {
    zh: '导入日志（XES、CSV、JSONL、XLSX、OCEL 2.0）',
    en: 'import a log (XES, CSV, JSONL, XLSX, OCEL 2.0)',
    load: async () => (await import('./import.ts')).importCommand,
  },
  logs: {
    zh: '列出已导入的日志',
    en: 'list the logs that are stored',
    load: async () => (await import('./logs.ts')).logsCommand,
  },
  mine: {
    zh: '流程挖掘：路径、流向、时长',
    en: 'mine a log: variants, directly-follows graph, durations',
    load: async () => (await import('./mine.ts')).mineCommand,
  },
  supervise: {
    zh: '按监察规则检查一份日志',
    en: 'judge a log by the supervision rules',
    load: async () => (await import('./supervise.ts')).superviseCommand,
  },
  conform: {
    zh: '与公布流程逐件比对',
    en: 'compare every case with the published path',
    load: async () => (await import('./conform.ts')).conformCommand,
  },
  due: {
    zh: '计算期限届满之日，并说明理由',
    en: 'compute a due day or instant, with its reasons',
    load: async () => (await import('./due.ts')).dueCommand,
  },
  explain: {
    zh: '说明某件或某个时限的日期由来',
    en: 'explain the dates of a case or of one clock',
    load: async () => (await import('./explain.ts')).explainCommand,
  },
  catalogue: {
    zh: '导入事项清单（Excel、CSV、JSON）',
    en: 'import a list of items (Excel, CSV, JSON)',
    load: async () => (await import('./catalogue.ts')).catalogueCommand,
  },
  vault: {
    zh: '个人信息密钥：轮换后换封',
    en: 'keys of personal data: wrap them anew after a rotation',
    load: async () => (await import('./vault.ts')).vaultCommand,
  },
}
