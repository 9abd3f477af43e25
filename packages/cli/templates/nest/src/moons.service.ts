import { Injectable } from '@nestjs/common';
import { howManyMoons } from './how-many-moons.js';

@Injectable()
export class MoonsService {
  /** Each call is a run of its own, with a browser of its own. */
  count(planet: string): Promise<number> {
    return howManyMoons(planet);
  }
}
