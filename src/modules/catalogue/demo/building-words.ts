export const licensing = { type: 'licensing', statutory: '20W', form: 'project' } as const
export const planned = ['符合国土空间规划', 'agrees with the spatial plan'] as const
export const approved = ['项目已批准、核准或备案', 'the project is approved or filed'] as const
