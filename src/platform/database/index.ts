export {
  type Database,
  type DatabaseOptions,
  conflict,
  connectTo,
  isConnectionLost,
  openDatabase,
} from './connect.ts'
export { copyInto, copyOut } from './copy.ts'
export { openEmbeddedServer, stopEmbeddedServer } from './embedded-server.ts'
export { migrate, migrationsFolder } from './migrate.ts'
export { asOwner } from './session.ts'
