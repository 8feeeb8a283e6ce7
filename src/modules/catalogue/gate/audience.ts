import { themes } from '../terms.ts'
import { blocking, type Check, warning } from './check.ts'

/** IC-09: persons find what is for persons. */
export const audience: Check = {
  code: 'IC-09',
  title: { zh: '服务主题与服务对象相符', en: 'Themes fit the clients' },
  basis: 'GB/T 39046-2020 服务主题',
  check({ clients, themes: given }) {
    if (clients.length === 0)
      return [
        blocking('clients', ['没有服务对象', 'No client kind'], ['请选择服务对象', 'Choose whom it serves']),
      ]
    if (given.length === 0)
      return [
        warning(
          'themes',
          ['没有服务主题，按主题找不到', 'No theme: nobody finds it by theme'],
          ['请选择服务主题', 'Choose a theme'],
        ),
      ]
    const persons = clients.includes('person')
    const organisations = clients.some((client) => client !== 'person')
    return given
      .filter((theme) => (themes[theme].for === 'person' ? !persons : !organisations))
      .map((theme) =>
        blocking(
          'themes',
          [
            `主题“${themes[theme].zh}”与服务对象不符`,
            `The theme "${themes[theme].en}" is not for these clients`,
          ],
          ['请改正主题或服务对象', 'Correct the theme or the clients'],
        ),
      )
  },
  examples: [
    {
      why: 'an enterprise starts',
      fires: false,
      change: (sound) => ({ ...sound, clients: ['enterprise'], themes: ['startingBusiness'] }),
    },
    {
      why: 'an enterprise marries',
      fires: true,
      change: (sound) => ({ ...sound, clients: ['enterprise'], themes: ['marriage'] }),
    },
    {
      why: 'a person founds',
      fires: true,
      change: (sound) => ({ ...sound, clients: ['person'], themes: ['startingBusiness'] }),
    },
    { why: 'nobody is served', fires: true, change: (sound) => ({ ...sound, clients: [] }) },
  ],
}
