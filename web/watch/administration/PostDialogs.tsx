import {
  assignPost,
  createPost,
  getUnit,
  listUnits,
  markAway,
  type PostRow,
} from '#modules/organisation/contract.ts'
import { Dialog, TextField, useCommand, useToast } from '#ui/index.ts'
import { Actions, sending } from './form.tsx'
import { Refused } from './Refused.tsx'
import { useText } from './messages.ts'

const STALE = { refreshes: [getUnit, listUnits] }

interface NewPostDialogProps {
  readonly open: boolean
  readonly unit: string
  readonly onClose: () => void
}

export function NewPostDialog({ open, unit, onClose }: NewPostDialogProps) {
  const t = useText()
  const say = useToast()
  const create = useCommand(createPost, STALE)
  const onSubmit = sending((text) => {
    const onSuccess = () => (say(t('岗位 {{name}} 已建立。', { name: text('title') })), onClose())
    const body = { id: text('id'), title: text('title'), titleEn: text('titleEn') }
    create.mutate({ params: { unit }, body }, { onSuccess })
  })
  return (
    <Dialog open={open} title={t('新建岗位')} onClose={onClose}>
      <form className="form" onSubmit={onSubmit}>
        <Refused problem={create.error} />
        <TextField
          label={t('代码')}
          name="id"
          hint={t('小写字母、数字和连字符，建立后不能改。')}
          pattern="[a-z0-9][a-z0-9\-]{0,59}"
          autoCapitalize="none"
          required
        />
        <TextField label={t('中文名称')} name="title" maxLength={100} required />
        <TextField label={t('英文名称')} name="titleEn" maxLength={100} />
        <Actions busy={create.isPending} action={t('建立')} onClose={onClose} />
      </form>
    </Dialog>
  )
}

interface PostDialogProps {
  readonly unit: string
  readonly post: PostRow
  readonly onClose: () => void
}

export function AssignDialog({ unit, post, onClose }: PostDialogProps) {
  const t = useText()
  const say = useToast()
  const assign = useCommand(assignPost, STALE)
  const onSubmit = sending((text) => {
    const onSuccess = () => (say(t('已保存。')), onClose())
    const body = { holder: text('holder') || null, backup: text('backup') || null }
    assign.mutate({ params: { unit, post: post.id }, body }, { onSuccess })
  })
  return (
    <Dialog open title={`${t('确定A岗、B岗')} · ${post.title}`} onClose={onClose}>
      <form className="form" onSubmit={onSubmit}>
        <Refused problem={assign.error} />
        <p className="soft small">{t('账号名；留空为空缺。A岗和B岗须为不同的人。')}</p>
        <TextField
          label={t('A岗')}
          name="holder"
          defaultValue={post.holder ?? ''}
          autoCapitalize="none"
          maxLength={80}
        />
        <TextField
          label={t('B岗')}
          name="backup"
          defaultValue={post.backup ?? ''}
          autoCapitalize="none"
          maxLength={80}
        />
        <Actions busy={assign.isPending} action={t('保存')} onClose={onClose} />
      </form>
    </Dialog>
  )
}

export function AwayDialog({ unit, post, onClose }: PostDialogProps) {
  const t = useText()
  const say = useToast()
  const away = useCommand(markAway, STALE)
  const onSubmit = sending((text) => {
    const onSuccess = () => (say(t('已保存。')), onClose())
    const until = text('until')
    const body = { from: instantOf(text('from')), until: until ? instantOf(until) : null }
    away.mutate({ params: { unit, post: post.id }, body }, { onSuccess })
  })
  return (
    <Dialog open title={`${t('登记离岗')} · ${post.title}`} onClose={onClose}>
      <form className="form" onSubmit={onSubmit}>
        <Refused problem={away.error} />
        <p>{post.backup ? t('A岗离岗期间，岗位的权力由B岗行使。') : t('没有B岗时，离岗期间无人行使。')}</p>
        <TextField label={t('自')} name="from" type="datetime-local" required />
        <TextField label={t('至')} name="until" type="datetime-local" hint={t('留空为未定。')} />
        <Actions busy={away.isPending} action={t('登记离岗')} onClose={onClose} />
      </form>
    </Dialog>
  )
}

/** Offices keep Beijing time wherever the browser stands. */
const instantOf = (wallTime: string): string => `${wallTime}:00+08:00`
