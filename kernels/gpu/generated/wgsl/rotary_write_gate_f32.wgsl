var<workgroup> shared_v56: array<f32, 64>;
var<workgroup> shared_v344: array<f32, 128>;
var<workgroup> shared_v467: array<f32, 128>;
@group(0) @binding(10) var<storage, read_write> v41: array<f32>;
@group(0) @binding(9) var<storage, read_write> v37: array<f32>;
@group(0) @binding(8) var<storage, read_write> v33: array<f32>;
@group(0) @binding(7) var<storage, read_write> v29: array<f32>;
@group(0) @binding(6) var<storage, read_write> v25: array<f32>;
@group(0) @binding(5) var<storage, read_write> v21: array<u32>;
@group(0) @binding(4) var<storage, read_write> v17: array<u32>;
@group(0) @binding(3) var<storage, read_write> v13: array<f32>;
@group(0) @binding(2) var<storage, read_write> v9: array<f32>;
@group(0) @binding(1) var<storage, read_write> v5: array<f32>;
@group(0) @binding(0) var<storage, read_write> v1: array<f32>;
struct info_st { scalars_usize: array<u32, 4>, scalars_f32: array<f32, 2>, static_meta: array<u32, 12> }
@group(0) @binding(11) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn rotary_write_gate_kernel(@builtin(local_invocation_index) v682: u32, @builtin(workgroup_id) v691: vec3<u32>, @builtin(num_workgroups) v693: vec3<u32>) {
let v715 = &v41;
let v716 = &v37;
let v717 = &v33;
let v718 = &v29;
let v719 = &v25;
let v720 = &v21;
let v721 = &v17;
let v722 = &v13;
let v723 = &v9;
let v724 = &v5;
let v725 = &v1;
let v3 = u32(0);
let v45 = info_var.scalars_usize[0];
let v46 = info_var.scalars_usize[1];
let v47 = info_var.scalars_usize[2];
let v48 = info_var.scalars_f32[0];
let v692 = v691[2];
let v649 = u32(v692);
let v694 = v693[1];
let v651 = u32(v694);
let v652 = v649 * v651;
let v695 = v693[0];
let v654 = u32(v695);
let v655 = v652 * v654;
let v696 = v691[1];
let v657 = u32(v696);
let v660 = v657 * v654;
let v661 = v655 + v660;
let v698 = v691[0];
let v663 = u32(v698);
let v664 = v661 + v663;
let v50 = u32(6);
let v51 = v664 / v50;
let v54 = v664 % v50;
let v55 = v51 < v45;
if v55 {
let v632 = &shared_v56;
let v58 = u32(64);
let v60 = u32(4);
let v61 = v54 < v60;
if v61 {
let v63 = v51 * v60;
let v64 = v63 + v54;
let v66 = v64 * v58;
let v683 = v682;
let v68 = u32(v683);
var<function> v633_store: u32;
let v633 = &v633_store;
*v633 = v68;
loop {
let v70 = *v633;
let v71 = u32(32);
let v72 = v70 < v71;
if !v72 { break; }
let v74 = u32(32);
let v75 = v51 * v74;
let v76 = *v633;
let v77 = v75 + v76;
let v81 = &(*v722)[v77];
let v82 = *v81;
let v83 = v45 + v51;
let v85 = v83 * v74;
let v87 = v85 + v76;
let v91 = &(*v722)[v87];
let v92 = *v91;
let v94 = v66 + v76;
let v98 = &(*v725)[v94];
let v99 = *v98;
let v101 = v66 + v74;
let v103 = v101 + v76;
let v107 = &(*v725)[v103];
let v108 = *v107;
let v110 = v108 * v92;
let v707 = -v110;
let v708 = fma(v99, v82, v707);
let v113 = v99 * v92;
let v709 = fma(v108, v82, v113);
*v98 = v708;
*v107 = v709;
let v133 = &(*v632)[v76];
*v133 = v708;
let v136 = v74 + v76;
let v140 = &(*v632)[v136];
*v140 = v709;
let v142 = u32(128);
let v143 = v76 + v142;
*v633 = v143;

}
workgroupBarrier();

} else {
let v145 = v54 - v60;
let v146 = u32(2);
let v147 = v51 * v146;
let v148 = v147 + v145;
let v150 = v148 * v58;
let v684 = v682;
let v152 = u32(v684);
var<function> v635_store: u32;
let v635 = &v635_store;
*v635 = v152;
loop {
let v154 = *v635;
let v155 = u32(32);
let v156 = v154 < v155;
if !v156 { break; }
let v158 = u32(32);
let v159 = v51 * v158;
let v160 = *v635;
let v161 = v159 + v160;
let v165 = &(*v722)[v161];
let v166 = *v165;
let v167 = v45 + v51;
let v169 = v167 * v158;
let v171 = v169 + v160;
let v175 = &(*v722)[v171];
let v176 = *v175;
let v178 = v150 + v160;
let v182 = &(*v724)[v178];
let v183 = *v182;
let v185 = v150 + v158;
let v187 = v185 + v160;
let v191 = &(*v724)[v187];
let v192 = *v191;
let v194 = v192 * v176;
let v710 = -v194;
let v711 = fma(v183, v166, v710);
let v197 = v183 * v176;
let v712 = fma(v192, v166, v197);
*v182 = v711;
*v191 = v712;
let v217 = &(*v632)[v160];
*v217 = v711;
let v220 = v158 + v160;
let v224 = &(*v632)[v220];
*v224 = v712;
let v226 = u32(128);
let v227 = v160 + v226;
*v635 = v227;

}
workgroupBarrier();
let v229 = v146 * v45;
let v230 = v229 + v51;
let v234 = &(*v721)[v230];
let v235 = *v234;
let v236 = u32(4294967295);
let v237 = v235 != v236;
if v237 {
let v238 = u32(v235);
let v240 = v238 * v146;
let v241 = v240 + v145;
let v243 = v46 * v146;
let v245 = v241 * v58;
var<function> v637_store: u32;
let v637 = &v637_store;
*v637 = v152;
loop {
let v249 = *v637;
let v251 = v249 < v58;
if !v251 { break; }
let v254 = *v637;
let v259 = &(*v632)[v254];
let v260 = *v259;
let v261 = bitcast<u32>(v260);
let v263 = v245 + v254;
let v267 = &(*v720)[v263];
*v267 = v261;
let v269 = u32(128);
let v270 = v254 + v269;
*v637 = v270;

}
let v271 = v243 + v241;
let v273 = v271 * v58;
var<function> v639_store: u32;
let v639 = &v639_store;
*v639 = v152;
loop {
let v277 = *v639;
let v279 = v277 < v58;
if !v279 { break; }
let v281 = *v639;
let v282 = v150 + v281;
let v286 = &(*v723)[v282];
let v287 = *v286;
let v288 = bitcast<u32>(v287);
let v290 = v273 + v281;
let v294 = &(*v720)[v290];
*v294 = v288;
let v296 = u32(128);
let v297 = v281 + v296;
*v639 = v297;

}

}

}
if v61 {
let v300 = f32(0.0);
var<function> v641_store: f32;
let v641 = &v641_store;
*v641 = v300;
var<function> v642_store: f32;
let v642 = &v642_store;
*v642 = v300;
let v687 = v682;
let v307 = u32(v687);
var<function> v643_store: u32;
let v643 = &v643_store;
*v643 = v307;
loop {
let v309 = *v643;
let v310 = v309 < v47;
if !v310 { break; }
let v312 = v54 * v47;
let v313 = *v643;
let v314 = v312 + v313;
let v318 = &(*v717)[v314];
let v319 = *v318;
let v320 = v51 * v47;
let v322 = v320 + v313;
let v326 = &(*v719)[v322];
let v327 = *v326;
let v329 = *v642;
let v713 = fma(v327, v327, v329);
*v642 = v713;
let v333 = *v643;
let v335 = &(*v718)[v333];
let v336 = *v335;
let v337 = v327 * v336;
let v339 = *v641;
let v714 = fma(v337, v319, v339);
*v641 = v714;
let v341 = *v643;
let v342 = u32(128);
let v343 = v341 + v342;
*v643 = v343;

}
let v645 = &shared_v344;
let v353 = &(*v645)[v307];
let v354 = *v641;
*v353 = v354;
workgroupBarrier();
let v356 = v307 < v58;
if v356 {
let v358 = v307 + v58;
let v362 = &(*v645)[v358];
let v363 = *v362;
let v368 = *v353;
let v369 = v368 + v363;
*v353 = v369;

}
workgroupBarrier();
let v370 = u32(32);
let v371 = v307 < v370;
if v371 {
let v373 = v307 + v370;
let v377 = &(*v645)[v373];
let v378 = *v377;
let v383 = *v353;
let v384 = v383 + v378;
*v353 = v384;

}
workgroupBarrier();
let v385 = u32(16);
let v386 = v307 < v385;
if v386 {
let v388 = v307 + v385;
let v392 = &(*v645)[v388];
let v393 = *v392;
let v398 = *v353;
let v399 = v398 + v393;
*v353 = v399;

}
workgroupBarrier();
let v400 = u32(8);
let v401 = v307 < v400;
if v401 {
let v403 = v307 + v400;
let v407 = &(*v645)[v403];
let v408 = *v407;
let v413 = *v353;
let v414 = v413 + v408;
*v353 = v414;

}
workgroupBarrier();
let v416 = v307 < v60;
if v416 {
let v418 = v307 + v60;
let v422 = &(*v645)[v418];
let v423 = *v422;
let v428 = *v353;
let v429 = v428 + v423;
*v353 = v429;

}
workgroupBarrier();
let v430 = u32(2);
let v431 = v307 < v430;
if v431 {
let v433 = v307 + v430;
let v437 = &(*v645)[v433];
let v438 = *v437;
let v443 = *v353;
let v444 = v443 + v438;
*v353 = v444;

}
workgroupBarrier();
let v445 = u32(1);
let v446 = v307 < v445;
if v446 {
let v448 = v307 + v445;
let v452 = &(*v645)[v448];
let v453 = *v452;
let v458 = *v353;
let v459 = v458 + v453;
*v353 = v459;

}
workgroupBarrier();
let v464 = &(*v645)[v3];
let v465 = *v464;
workgroupBarrier();
var<function> v646_store: f32;
let v646 = &v646_store;
*v646 = v465;
let v647 = &shared_v467;
let v476 = &(*v647)[v307];
let v477 = *v642;
*v476 = v477;
workgroupBarrier();
if v356 {
let v481 = v307 + v58;
let v485 = &(*v647)[v481];
let v486 = *v485;
let v491 = *v476;
let v492 = v491 + v486;
*v476 = v492;

}
workgroupBarrier();
if v371 {
let v496 = v307 + v370;
let v500 = &(*v647)[v496];
let v501 = *v500;
let v506 = *v476;
let v507 = v506 + v501;
*v476 = v507;

}
workgroupBarrier();
if v386 {
let v511 = v307 + v385;
let v515 = &(*v647)[v511];
let v516 = *v515;
let v521 = *v476;
let v522 = v521 + v516;
*v476 = v522;

}
workgroupBarrier();
if v401 {
let v526 = v307 + v400;
let v530 = &(*v647)[v526];
let v531 = *v530;
let v536 = *v476;
let v537 = v536 + v531;
*v476 = v537;

}
workgroupBarrier();
if v416 {
let v541 = v307 + v60;
let v545 = &(*v647)[v541];
let v546 = *v545;
let v551 = *v476;
let v552 = v551 + v546;
*v476 = v552;

}
workgroupBarrier();
if v431 {
let v556 = v307 + v430;
let v560 = &(*v647)[v556];
let v561 = *v560;
let v566 = *v476;
let v567 = v566 + v561;
*v476 = v567;

}
workgroupBarrier();
if v446 {
let v571 = v307 + v445;
let v575 = &(*v647)[v571];
let v576 = *v575;
let v581 = *v476;
let v582 = v581 + v576;
*v476 = v582;

}
workgroupBarrier();
let v587 = &(*v647)[v3];
let v588 = *v587;
workgroupBarrier();
let v589 = f32(v47);
let v590 = v588 / v589;
let v591 = v590 + v48;
let v592 = sqrt(v591);
let v593 = f32(1.0);
let v594 = v593 / v592;
let v595 = *v646;
let v596 = v595 * v594;
*v646 = v596;
let v598 = u32(0);
let v599 = v687 == v598;
if v599 {
let v603 = &(*v716)[v54];
let v604 = *v603;
let v605 = *v646;
let v606 = v605 + v604;
let v607 = -v606;
let v608 = exp(v607);
let v610 = v593 + v608;
let v612 = v593 / v610;
let v614 = v51 * v60;
let v615 = v614 + v54;
let v619 = &(*v715)[v615];
*v619 = v612;

}

}

}
return;

}
