import { anyFolding, type Folding, foldingLists } from '#engines/ledger/index.ts'
import { evolveProject, PROJECT, type Project, type ProjectEvent } from './project.ts'
import { findProject, putProject } from './project-store.ts'

export const projectFolding: Folding<Project, ProjectEvent> = {
  prefix: PROJECT,
  evolve: evolveProject,
  find: findProject,
  put: (db, _, row) => putProject(db, row),
}

export const projectLists = foldingLists('project-files', ['project_file'], [anyFolding(projectFolding)])
