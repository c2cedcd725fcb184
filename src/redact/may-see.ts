import { audiences, type Audience } from "../model/plan.js";

/** True when a record disclosed down to `disclosure` may be shown to `audience`. */
export function maySee(audience: Audience, disclosure: Audience): boolean {
  return audiences.indexOf(audience) <= audiences.indexOf(disclosure);
}
