import { Module } from '@nestjs/common';
import { MoonsController } from './moons.controller.js';
import { MoonsService } from './moons.service.js';

@Module({ controllers: [MoonsController], providers: [MoonsService] })
export class AppModule {}
