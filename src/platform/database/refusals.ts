import { defineRefusals } from '#kernel/refusal.ts'

export const refuse = defineRefusals({
  'database.no-binaries': {
    status: 500,
    zh: '没有适用于本机（{platform}）的内置数据库程序。请重新执行 npm ci，或用 DATABASE_URL 指向 PostgreSQL 15 及以上版本的服务器',
    en: 'There is no built-in database program for this machine ({platform}). Run npm ci again, or point DATABASE_URL at a PostgreSQL server, version 15 or newer',
  },
  'database.no-account': {
    status: 500,
    zh: '数据库不能以 root 身份运行，而本机又找不到可借用的账户（已试：{tried}）。请用普通账户启动，或设置 DATABASE_URL',
    en: 'The database will not run as root and no account could be borrowed for it (tried: {tried}). Start as an ordinary user, or set DATABASE_URL',
  },
  'database.folder': {
    status: 500,
    zh: '数据目录 {folder} 不能使用：{reason}。请修正该目录的权限，或用 XIAONENG_DATA 另指目录',
    en: 'The data folder {folder} cannot be used: {reason}. Mend its permissions, or name another folder in XIAONENG_DATA',
  },
  'database.not-starting': {
    status: 500,
    zh: '内置数据库没有启动：{reason}。详情见 {log}',
    en: 'The built-in database did not start: {reason}. Details are in {log}',
  },
  'database.unreachable': {
    status: 503,
    zh: '连不上数据库（{reason}）。请稍后重试；如一直如此，请检查 DATABASE_URL 与数据库服务器',
    en: 'The database cannot be reached ({reason}). Try again shortly; if it stays so, check DATABASE_URL and the server',
  },
  'database.too-old': {
    status: 500,
    zh: '数据库服务器版本为 {version}，本系统需要 PostgreSQL 15 及以上。请升级服务器，或去掉 DATABASE_URL 使用内置数据库',
    en: 'The database server is version {version}; PostgreSQL 15 or newer is needed. Upgrade it, or unset DATABASE_URL to use the built-in one',
  },
  'database.lost': {
    status: 503,
    zh: '与数据库的连接在提交之前中断，没有写入任何内容，请重试',
    en: 'The connection to the database broke before the commit; nothing was stored. Please try again',
  },
  'database.outcome-unknown': {
    status: 503,
    zh: '与数据库的连接在提交时中断，尚不知是否已写入。请用同一个幂等键重试：已写入的不会重复',
    en: 'The connection to the database broke during the commit, so the outcome is not known. Repeat with the same idempotency key: what is stored will not be stored twice',
  },
  'database.busy': {
    status: 503,
    zh: '同一记录正被多人同时修改，已重试 {attempts} 次仍未成功，请稍后再试',
    en: 'The same record is being changed by several at once; {attempts} attempts failed. Please try again shortly',
  },
  'database.migration-changed': {
    status: 500,
    zh: '迁移文件 {file} 在执行之后被改动。已执行的迁移不能修改：请恢复原文件，另加新的迁移',
    en: 'The migration {file} was changed after it had been applied. Restore the file and add a new migration instead',
  },
  'database.migration-missing': {
    status: 500,
    zh: '数据库里已执行的迁移 {file} 在本程序中不存在：程序可能比数据库旧。请使用较新的版本',
    en: 'The database has the migration {file}, which this program does not know: the program may be older than the database. Use a newer version',
  },
  'database.migration-failed': {
    status: 500,
    zh: '迁移 {file} 执行失败，已全部撤回：{reason}',
    en: 'The migration {file} failed and was undone as a whole: {reason}',
  },
  'database.not-migrated': {
    status: 500,
    zh: '数据库还没有建好表。请先执行 xiaoneng migrate',
    en: 'The database has no tables yet. Run xiaoneng migrate first',
  },
})
