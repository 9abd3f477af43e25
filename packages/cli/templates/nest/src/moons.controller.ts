import { Controller, Get, Inject, Param } from '@nestjs/common';
import { MoonsService } from './moons.service.js';

@Controller('moons')
export class MoonsController {
  constructor(@Inject(MoonsService) private readonly moons: MoonsService) {}

  @Get(':planet')
  async count(@Param('planet') planet: string): Promise<{ planet: string; moons: number }> {
    return { planet, moons: await this.moons.count(planet) };
  }
}
