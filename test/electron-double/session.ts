import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { listening, modelled } from './unmodelled.ts';

/** What the double of a web contents asks of its session. */
export interface SessionRules {
  readonly emitter: EventEmitter;
  handlerOf(scheme: string): ((request: Request) => Response | Promise<Response>) | undefined;
  isCancelled(details: {
    readonly id: number;
    readonly url: string;
    readonly method: string;
    readonly resourceType: string;
  }): Promise<boolean>;
  allowsPermission(permission: string): boolean;
}

export const standardSchemes = new Set<string>();

const rulesOf = new WeakMap<object, SessionRules>();
const partitions = new Map<string, Electron.Session>();

export function rulesOfSession(given: Electron.Session): SessionRules {
  const rules = rulesOf.get(given);
  if (rules === undefined) throw new Error('This session is not one of the double');
  return rules;
}

type RequestListener = (
  details: Electron.OnBeforeRequestListenerDetails,
  callback: (response: { cancel?: boolean; redirectURL?: string }) => void,
) => void;

function createSession(): Electron.Session {
  const emitter = new EventEmitter();
  const schemes = new Map<string, (request: Request) => Response | Promise<Response>>();
  let check: (permission: string) => boolean = () => true;
  let beforeRequest: RequestListener | null = null;

  const part = {
    protocol: modelled<Electron.Protocol>('session.protocol', {
      handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) => {
        if (!standardSchemes.has(scheme)) throw new Error(`The scheme '${scheme}' was not registered before 'ready'`);
        schemes.set(scheme, handler);
      },
    }),
    webRequest: modelled<Electron.WebRequest>('session.webRequest', {
      onBeforeRequest: (listener: RequestListener | null) => (beforeRequest = listener),
    }),
    // The double has no prompt, so that only the check decides; a handler that grants would not be modelled.
    setPermissionRequestHandler(handler: Parameters<Electron.Session['setPermissionRequestHandler']>[0]) {
      if (handler === null) throw new Error('The Electron double does not model a session that grants');
    },
    setPermissionCheckHandler(handler: Parameters<Electron.Session['setPermissionCheckHandler']>[0]) {
      check = handler === null ? () => true : (permission) => Reflect.apply(handler, null, [null, permission, '', {}]);
    },
    setDevicePermissionHandler: () => undefined,
  } satisfies Partial<Electron.Session>;

  const session = modelled<Electron.Session>('session', {
    ...part,
    ...listening('session', emitter, ['will-download']),
  });
  rulesOf.set(session, {
    emitter,
    handlerOf: (scheme) => schemes.get(scheme),
    allowsPermission: (permission) => check(permission),
    isCancelled: (details) =>
      new Promise((resolve) => {
        if (beforeRequest === null) return resolve(false);
        const whole = modelled<Electron.OnBeforeRequestListenerDetails>('request details', details);
        beforeRequest(whole, (response) => resolve(response.cancel === true));
      }),
  });
  return session;
}

export const session = modelled<typeof Electron.session>('session', {
  fromPartition(partition: string) {
    const known = partitions.get(partition) ?? createSession();
    partitions.set(partition, known);
    return known;
  },
});

export const protocol = modelled<typeof Electron.protocol>('protocol', {
  registerSchemesAsPrivileged(schemes: readonly Electron.CustomScheme[]) {
    for (const { scheme, privileges } of schemes) {
      if (privileges?.standard === true && privileges.secure === true) standardSchemes.add(scheme);
      else throw new Error('The Electron double models standard and secure schemes only');
    }
  },
});
