import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Call } from './call';
import { notThere } from './refusals';
import type { Route } from './route';

/** The key for signatures. Each process has its own, so an address is good until the org ends. */
const key = randomBytes(32);

/** The signature of a path. Only the org can make it. */
export const signatureOf = (path: string): string => createHmac('sha256', key).update(path).digest('base64url');

/**
 * An address that needs no token, because it is signed: whoever may ask for it may use it, or pass it on.
 *
 * @param path `/flowcdk/uploads/1`, with encoded ids
 */
export const presigned = ({ parts }: Call, path: string): string => `${parts.origin}${path}/${signatureOf(path)}`;

/** A route for presigned addresses. Its path gets one more part, the signature. A wrong signature is 404. */
export const presignedRoute = (route: Omit<Route, 'open' | 'permission'>): Route => ({
  ...route,
  path: `${route.path}/:signature`,
  open: true,
  handle: (call) => {
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(call.param(name)));
    const [signature, right] = [Buffer.from(call.param('signature')), Buffer.from(signatureOf(path))];
    const isSigned = signature.length === right.length && timingSafeEqual(signature, right);
    if (!isSigned) throw notThere('presigned address', path);
    return route.handle(call);
  },
});
