var<workgroup> shared_v2812: array<f32, 128>;
@group(0) @binding(6) var<storage, read_write> v25: array<f32>;
@group(0) @binding(5) var<storage, read_write> v21: array<f32>;
@group(0) @binding(4) var<storage, read_write> v17: array<f32>;
@group(0) @binding(3) var<storage, read_write> v13: array<u32>;
@group(0) @binding(2) var<storage, read_write> v9: array<f32>;
@group(0) @binding(1) var<storage, read_write> v5: array<u32>;
@group(0) @binding(0) var<storage, read_write> v1: array<vec4<u32>>;
struct info_st { scalars_usize: array<u32, 4>, scalars_f32: array<f32, 4>, static_meta: array<u32, 8> }
@group(0) @binding(7) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn loop_input_kernel(@builtin(local_invocation_index) v3844: u32, @builtin(workgroup_id) v3848: vec3<u32>, @builtin(num_workgroups) v3850: vec3<u32>) {
let v3954 = &v25;
let v3955 = &v21;
let v3956 = &v17;
let v3957 = &v13;
let v3958 = &v9;
let v3959 = &v5;
let v3960 = &v1;
let v3 = u32(0);
let v29 = info_var.scalars_usize[0];
let v30 = info_var.scalars_usize[1];
let v31 = info_var.scalars_usize[2];
let v32 = info_var.scalars_f32[0];
let v33 = info_var.scalars_f32[1];
let v34 = info_var.scalars_f32[2];
let v3849 = v3848[2];
let v3828 = u32(v3849);
let v3851 = v3850[1];
let v3830 = u32(v3851);
let v3831 = v3828 * v3830;
let v3852 = v3850[0];
let v3833 = u32(v3852);
let v3834 = v3831 * v3833;
let v3853 = v3848[1];
let v3836 = u32(v3853);
let v3839 = v3836 * v3833;
let v3840 = v3834 + v3839;
let v3855 = v3848[0];
let v3842 = u32(v3855);
let v3843 = v3840 + v3842;
let v36 = v3843 < v29;
if v36 {
let v43 = &(*v3957)[v3843];
let v44 = *v43;
let v45 = u32(v44);
let v46 = u32(1);
let v48 = v29 + v3843;
let v52 = &(*v3957)[v48];
let v53 = *v52;
let v54 = u32(4294967295);
let v55 = v53 == v54;
let v56 = u32(4294967294);
let v57 = v53 < v56;
let v58 = f32(1.0);
let v59 = select(v32, v58, v55);
let v60 = u32(0);
let v61 = select(v60, v53, v57);
let v62 = u32(v61);
let v63 = v62 * v30;
let v64 = f32(0.0);
var<function> v3789_store: f32;
let v3789 = &v3789_store;
*v3789 = v64;
let v3845 = v3844;
let v68 = u32(v3845);
var<function> v3790_store: u32;
let v3790 = &v3790_store;
*v3790 = v68;
loop {
let v70 = *v3790;
let v71 = v70 < v31;
if !v71 { break; }
let v73 = v45 * v31;
let v74 = *v3790;
let v75 = v73 + v74;
let v79 = &(*v3960)[v75];
let v80 = *v79;
let v82 = u32(32);
let v83 = v74 * v82;
let v86 = v45 * v30;
let v87 = v86 + v83;
let v89 = v87 / v82;
let v92 = v83 < v30;
if v92 {
let v93 = u32(2);
let v94 = v89 / v93;
let v98 = &(*v3959)[v94];
let v99 = *v98;
let v100 = u32(v89);
let v101 = u32(1);
let v102 = v100 & v101;
let v103 = u32(16);
let v104 = v103 * v102;
let v105 = v99 >> u32(v104);
let v106 = u32(65535);
let v107 = v105 & v106;
let v108 = u32(32767);
let v109 = v107 & v108;
let v110 = u32(13);
let v111 = v109 << u32(v110);
let v112 = u32(939524096);
let v113 = v111 + v112;
let v116 = u32(2139095040);
let v117 = v111 | v116;
let v118 = u32(31744);
let v119 = v109 >= v118;
let v120 = select(v113, v117, v119);
let v121 = f32(v109);
let v122 = f32(5.960464477539063e-8);
let v123 = v121 * v122;
let v124 = u32(1024);
let v125 = v109 < v124;
let v126 = bitcast<f32>(v120);
let v127 = select(v126, v123, v125);
let v128 = bitcast<u32>(v127);
let v129 = u32(32768);
let v130 = v107 & v129;
let v132 = v130 << u32(v103);
let v133 = v128 | v132;
let v134 = bitcast<f32>(v133);
let v135 = v80[0];
let v138 = u32(15);
let v139 = v135 & v138;
let v140 = f32(v139);
let v141 = f32(8.0);
let v142 = v140 - v141;
let v3858 = fma(v142, v134, v64);
let v146 = v59 * v3858;
var<function> v3792_store: f32;
let v3792 = &v3792_store;
*v3792 = v146;
if v57 {
let v148 = v63 + v83;
let v154 = &(*v3958)[v148];
let v155 = *v154;
let v157 = *v3792;
let v3859 = fma(v33, v155, v157);
*v3792 = v3859;

}
let v159 = v3843 * v30;
let v160 = v159 + v83;
let v166 = &(*v3955)[v160];
let v167 = *v3792;
*v166 = v167;
let v171 = *v3789;
let v3860 = fma(v167, v167, v171);
*v3789 = v3860;

}
let v174 = v83 + v46;
let v175 = v174 < v30;
if v175 {
let v176 = u32(2);
let v177 = v89 / v176;
let v181 = &(*v3959)[v177];
let v182 = *v181;
let v183 = u32(v89);
let v184 = u32(1);
let v185 = v183 & v184;
let v186 = u32(16);
let v187 = v186 * v185;
let v188 = v182 >> u32(v187);
let v189 = u32(65535);
let v190 = v188 & v189;
let v191 = u32(32767);
let v192 = v190 & v191;
let v193 = u32(13);
let v194 = v192 << u32(v193);
let v195 = u32(939524096);
let v196 = v194 + v195;
let v199 = u32(2139095040);
let v200 = v194 | v199;
let v201 = u32(31744);
let v202 = v192 >= v201;
let v203 = select(v196, v200, v202);
let v204 = f32(v192);
let v205 = f32(5.960464477539063e-8);
let v206 = v204 * v205;
let v207 = u32(1024);
let v208 = v192 < v207;
let v209 = bitcast<f32>(v203);
let v210 = select(v209, v206, v208);
let v211 = bitcast<u32>(v210);
let v212 = u32(32768);
let v213 = v190 & v212;
let v215 = v213 << u32(v186);
let v216 = v211 | v215;
let v217 = bitcast<f32>(v216);
let v218 = v80[0];
let v219 = u32(4);
let v220 = v218 >> u32(v219);
let v221 = u32(15);
let v222 = v220 & v221;
let v223 = f32(v222);
let v224 = f32(8.0);
let v225 = v223 - v224;
let v3861 = fma(v225, v217, v64);
let v229 = v59 * v3861;
var<function> v3793_store: f32;
let v3793 = &v3793_store;
*v3793 = v229;
if v57 {
let v231 = v63 + v83;
let v233 = v231 + v46;
let v237 = &(*v3958)[v233];
let v238 = *v237;
let v240 = *v3793;
let v3862 = fma(v33, v238, v240);
*v3793 = v3862;

}
let v242 = v3843 * v30;
let v243 = v242 + v83;
let v245 = v243 + v46;
let v249 = &(*v3955)[v245];
let v250 = *v3793;
*v249 = v250;
let v254 = *v3789;
let v3863 = fma(v250, v250, v254);
*v3789 = v3863;

}
let v256 = u32(2);
let v257 = v83 + v256;
let v258 = v257 < v30;
if v258 {
let v260 = v89 / v256;
let v264 = &(*v3959)[v260];
let v265 = *v264;
let v266 = u32(v89);
let v267 = u32(1);
let v268 = v266 & v267;
let v269 = u32(16);
let v270 = v269 * v268;
let v271 = v265 >> u32(v270);
let v272 = u32(65535);
let v273 = v271 & v272;
let v274 = u32(32767);
let v275 = v273 & v274;
let v276 = u32(13);
let v277 = v275 << u32(v276);
let v278 = u32(939524096);
let v279 = v277 + v278;
let v282 = u32(2139095040);
let v283 = v277 | v282;
let v284 = u32(31744);
let v285 = v275 >= v284;
let v286 = select(v279, v283, v285);
let v287 = f32(v275);
let v288 = f32(5.960464477539063e-8);
let v289 = v287 * v288;
let v290 = u32(1024);
let v291 = v275 < v290;
let v292 = bitcast<f32>(v286);
let v293 = select(v292, v289, v291);
let v294 = bitcast<u32>(v293);
let v295 = u32(32768);
let v296 = v273 & v295;
let v298 = v296 << u32(v269);
let v299 = v294 | v298;
let v300 = bitcast<f32>(v299);
let v301 = v80[0];
let v302 = u32(8);
let v303 = v301 >> u32(v302);
let v304 = u32(15);
let v305 = v303 & v304;
let v306 = f32(v305);
let v307 = f32(8.0);
let v308 = v306 - v307;
let v3864 = fma(v308, v300, v64);
let v312 = v59 * v3864;
var<function> v3794_store: f32;
let v3794 = &v3794_store;
*v3794 = v312;
if v57 {
let v314 = v63 + v83;
let v316 = v314 + v256;
let v320 = &(*v3958)[v316];
let v321 = *v320;
let v323 = *v3794;
let v3865 = fma(v33, v321, v323);
*v3794 = v3865;

}
let v325 = v3843 * v30;
let v326 = v325 + v83;
let v328 = v326 + v256;
let v332 = &(*v3955)[v328];
let v333 = *v3794;
*v332 = v333;
let v337 = *v3789;
let v3866 = fma(v333, v333, v337);
*v3789 = v3866;

}
let v339 = u32(3);
let v340 = v83 + v339;
let v341 = v340 < v30;
if v341 {
let v343 = v89 / v256;
let v347 = &(*v3959)[v343];
let v348 = *v347;
let v349 = u32(v89);
let v350 = u32(1);
let v351 = v349 & v350;
let v352 = u32(16);
let v353 = v352 * v351;
let v354 = v348 >> u32(v353);
let v355 = u32(65535);
let v356 = v354 & v355;
let v357 = u32(32767);
let v358 = v356 & v357;
let v359 = u32(13);
let v360 = v358 << u32(v359);
let v361 = u32(939524096);
let v362 = v360 + v361;
let v365 = u32(2139095040);
let v366 = v360 | v365;
let v367 = u32(31744);
let v368 = v358 >= v367;
let v369 = select(v362, v366, v368);
let v370 = f32(v358);
let v371 = f32(5.960464477539063e-8);
let v372 = v370 * v371;
let v373 = u32(1024);
let v374 = v358 < v373;
let v375 = bitcast<f32>(v369);
let v376 = select(v375, v372, v374);
let v377 = bitcast<u32>(v376);
let v378 = u32(32768);
let v379 = v356 & v378;
let v381 = v379 << u32(v352);
let v382 = v377 | v381;
let v383 = bitcast<f32>(v382);
let v384 = v80[0];
let v385 = u32(12);
let v386 = v384 >> u32(v385);
let v387 = u32(15);
let v388 = v386 & v387;
let v389 = f32(v388);
let v390 = f32(8.0);
let v391 = v389 - v390;
let v3867 = fma(v391, v383, v64);
let v395 = v59 * v3867;
var<function> v3795_store: f32;
let v3795 = &v3795_store;
*v3795 = v395;
if v57 {
let v397 = v63 + v83;
let v399 = v397 + v339;
let v403 = &(*v3958)[v399];
let v404 = *v403;
let v406 = *v3795;
let v3868 = fma(v33, v404, v406);
*v3795 = v3868;

}
let v408 = v3843 * v30;
let v409 = v408 + v83;
let v411 = v409 + v339;
let v415 = &(*v3955)[v411];
let v416 = *v3795;
*v415 = v416;
let v420 = *v3789;
let v3869 = fma(v416, v416, v420);
*v3789 = v3869;

}
let v422 = *v3790;
let v424 = v422 * v82;
let v425 = u32(4);
let v426 = v424 + v425;
let v428 = v86 + v426;
let v430 = v428 / v82;
let v433 = v426 < v30;
if v433 {
let v435 = v430 / v256;
let v439 = &(*v3959)[v435];
let v440 = *v439;
let v441 = u32(v430);
let v442 = u32(1);
let v443 = v441 & v442;
let v444 = u32(16);
let v445 = v444 * v443;
let v446 = v440 >> u32(v445);
let v447 = u32(65535);
let v448 = v446 & v447;
let v449 = u32(32767);
let v450 = v448 & v449;
let v451 = u32(13);
let v452 = v450 << u32(v451);
let v453 = u32(939524096);
let v454 = v452 + v453;
let v457 = u32(2139095040);
let v458 = v452 | v457;
let v459 = u32(31744);
let v460 = v450 >= v459;
let v461 = select(v454, v458, v460);
let v462 = f32(v450);
let v463 = f32(5.960464477539063e-8);
let v464 = v462 * v463;
let v465 = u32(1024);
let v466 = v450 < v465;
let v467 = bitcast<f32>(v461);
let v468 = select(v467, v464, v466);
let v469 = bitcast<u32>(v468);
let v470 = u32(32768);
let v471 = v448 & v470;
let v473 = v471 << u32(v444);
let v474 = v469 | v473;
let v475 = bitcast<f32>(v474);
let v476 = v80[0];
let v478 = v476 >> u32(v444);
let v479 = u32(15);
let v480 = v478 & v479;
let v481 = f32(v480);
let v482 = f32(8.0);
let v483 = v481 - v482;
let v3870 = fma(v483, v475, v64);
let v487 = v59 * v3870;
var<function> v3796_store: f32;
let v3796 = &v3796_store;
*v3796 = v487;
if v57 {
let v489 = v63 + v426;
let v495 = &(*v3958)[v489];
let v496 = *v495;
let v498 = *v3796;
let v3871 = fma(v33, v496, v498);
*v3796 = v3871;

}
let v500 = v3843 * v30;
let v501 = v500 + v426;
let v507 = &(*v3955)[v501];
let v508 = *v3796;
*v507 = v508;
let v512 = *v3789;
let v3872 = fma(v508, v508, v512);
*v3789 = v3872;

}
let v515 = v426 + v46;
let v516 = v515 < v30;
if v516 {
let v518 = v430 / v256;
let v522 = &(*v3959)[v518];
let v523 = *v522;
let v524 = u32(v430);
let v525 = u32(1);
let v526 = v524 & v525;
let v527 = u32(16);
let v528 = v527 * v526;
let v529 = v523 >> u32(v528);
let v530 = u32(65535);
let v531 = v529 & v530;
let v532 = u32(32767);
let v533 = v531 & v532;
let v534 = u32(13);
let v535 = v533 << u32(v534);
let v536 = u32(939524096);
let v537 = v535 + v536;
let v540 = u32(2139095040);
let v541 = v535 | v540;
let v542 = u32(31744);
let v543 = v533 >= v542;
let v544 = select(v537, v541, v543);
let v545 = f32(v533);
let v546 = f32(5.960464477539063e-8);
let v547 = v545 * v546;
let v548 = u32(1024);
let v549 = v533 < v548;
let v550 = bitcast<f32>(v544);
let v551 = select(v550, v547, v549);
let v552 = bitcast<u32>(v551);
let v553 = u32(32768);
let v554 = v531 & v553;
let v556 = v554 << u32(v527);
let v557 = v552 | v556;
let v558 = bitcast<f32>(v557);
let v559 = v80[0];
let v560 = u32(20);
let v561 = v559 >> u32(v560);
let v562 = u32(15);
let v563 = v561 & v562;
let v564 = f32(v563);
let v565 = f32(8.0);
let v566 = v564 - v565;
let v3873 = fma(v566, v558, v64);
let v570 = v59 * v3873;
var<function> v3797_store: f32;
let v3797 = &v3797_store;
*v3797 = v570;
if v57 {
let v572 = v63 + v426;
let v574 = v572 + v46;
let v578 = &(*v3958)[v574];
let v579 = *v578;
let v581 = *v3797;
let v3874 = fma(v33, v579, v581);
*v3797 = v3874;

}
let v583 = v3843 * v30;
let v584 = v583 + v426;
let v586 = v584 + v46;
let v590 = &(*v3955)[v586];
let v591 = *v3797;
*v590 = v591;
let v595 = *v3789;
let v3875 = fma(v591, v591, v595);
*v3789 = v3875;

}
let v598 = v426 + v256;
let v599 = v598 < v30;
if v599 {
let v601 = v430 / v256;
let v605 = &(*v3959)[v601];
let v606 = *v605;
let v607 = u32(v430);
let v608 = u32(1);
let v609 = v607 & v608;
let v610 = u32(16);
let v611 = v610 * v609;
let v612 = v606 >> u32(v611);
let v613 = u32(65535);
let v614 = v612 & v613;
let v615 = u32(32767);
let v616 = v614 & v615;
let v617 = u32(13);
let v618 = v616 << u32(v617);
let v619 = u32(939524096);
let v620 = v618 + v619;
let v623 = u32(2139095040);
let v624 = v618 | v623;
let v625 = u32(31744);
let v626 = v616 >= v625;
let v627 = select(v620, v624, v626);
let v628 = f32(v616);
let v629 = f32(5.960464477539063e-8);
let v630 = v628 * v629;
let v631 = u32(1024);
let v632 = v616 < v631;
let v633 = bitcast<f32>(v627);
let v634 = select(v633, v630, v632);
let v635 = bitcast<u32>(v634);
let v636 = u32(32768);
let v637 = v614 & v636;
let v639 = v637 << u32(v610);
let v640 = v635 | v639;
let v641 = bitcast<f32>(v640);
let v642 = v80[0];
let v643 = u32(24);
let v644 = v642 >> u32(v643);
let v645 = u32(15);
let v646 = v644 & v645;
let v647 = f32(v646);
let v648 = f32(8.0);
let v649 = v647 - v648;
let v3876 = fma(v649, v641, v64);
let v653 = v59 * v3876;
var<function> v3798_store: f32;
let v3798 = &v3798_store;
*v3798 = v653;
if v57 {
let v655 = v63 + v426;
let v657 = v655 + v256;
let v661 = &(*v3958)[v657];
let v662 = *v661;
let v664 = *v3798;
let v3877 = fma(v33, v662, v664);
*v3798 = v3877;

}
let v666 = v3843 * v30;
let v667 = v666 + v426;
let v669 = v667 + v256;
let v673 = &(*v3955)[v669];
let v674 = *v3798;
*v673 = v674;
let v678 = *v3789;
let v3878 = fma(v674, v674, v678);
*v3789 = v3878;

}
let v681 = v426 + v339;
let v682 = v681 < v30;
if v682 {
let v684 = v430 / v256;
let v688 = &(*v3959)[v684];
let v689 = *v688;
let v690 = u32(v430);
let v691 = u32(1);
let v692 = v690 & v691;
let v693 = u32(16);
let v694 = v693 * v692;
let v695 = v689 >> u32(v694);
let v696 = u32(65535);
let v697 = v695 & v696;
let v698 = u32(32767);
let v699 = v697 & v698;
let v700 = u32(13);
let v701 = v699 << u32(v700);
let v702 = u32(939524096);
let v703 = v701 + v702;
let v706 = u32(2139095040);
let v707 = v701 | v706;
let v708 = u32(31744);
let v709 = v699 >= v708;
let v710 = select(v703, v707, v709);
let v711 = f32(v699);
let v712 = f32(5.960464477539063e-8);
let v713 = v711 * v712;
let v714 = u32(1024);
let v715 = v699 < v714;
let v716 = bitcast<f32>(v710);
let v717 = select(v716, v713, v715);
let v718 = bitcast<u32>(v717);
let v719 = u32(32768);
let v720 = v697 & v719;
let v722 = v720 << u32(v693);
let v723 = v718 | v722;
let v724 = bitcast<f32>(v723);
let v725 = v80[0];
let v726 = u32(28);
let v727 = v725 >> u32(v726);
let v728 = u32(15);
let v729 = v727 & v728;
let v730 = f32(v729);
let v731 = f32(8.0);
let v732 = v730 - v731;
let v3879 = fma(v732, v724, v64);
let v736 = v59 * v3879;
var<function> v3799_store: f32;
let v3799 = &v3799_store;
*v3799 = v736;
if v57 {
let v738 = v63 + v426;
let v740 = v738 + v339;
let v744 = &(*v3958)[v740];
let v745 = *v744;
let v747 = *v3799;
let v3880 = fma(v33, v745, v747);
*v3799 = v3880;

}
let v749 = v3843 * v30;
let v750 = v749 + v426;
let v752 = v750 + v339;
let v756 = &(*v3955)[v752];
let v757 = *v3799;
*v756 = v757;
let v761 = *v3789;
let v3881 = fma(v757, v757, v761);
*v3789 = v3881;

}
let v763 = *v3790;
let v765 = v763 * v82;
let v766 = u32(8);
let v767 = v765 + v766;
let v769 = v86 + v767;
let v771 = v769 / v82;
let v774 = v767 < v30;
if v774 {
let v776 = v771 / v256;
let v780 = &(*v3959)[v776];
let v781 = *v780;
let v782 = u32(v771);
let v783 = u32(1);
let v784 = v782 & v783;
let v785 = u32(16);
let v786 = v785 * v784;
let v787 = v781 >> u32(v786);
let v788 = u32(65535);
let v789 = v787 & v788;
let v790 = u32(32767);
let v791 = v789 & v790;
let v792 = u32(13);
let v793 = v791 << u32(v792);
let v794 = u32(939524096);
let v795 = v793 + v794;
let v798 = u32(2139095040);
let v799 = v793 | v798;
let v800 = u32(31744);
let v801 = v791 >= v800;
let v802 = select(v795, v799, v801);
let v803 = f32(v791);
let v804 = f32(5.960464477539063e-8);
let v805 = v803 * v804;
let v806 = u32(1024);
let v807 = v791 < v806;
let v808 = bitcast<f32>(v802);
let v809 = select(v808, v805, v807);
let v810 = bitcast<u32>(v809);
let v811 = u32(32768);
let v812 = v789 & v811;
let v814 = v812 << u32(v785);
let v815 = v810 | v814;
let v816 = bitcast<f32>(v815);
let v817 = v80[1];
let v820 = u32(15);
let v821 = v817 & v820;
let v822 = f32(v821);
let v823 = f32(8.0);
let v824 = v822 - v823;
let v3882 = fma(v824, v816, v64);
let v828 = v59 * v3882;
var<function> v3800_store: f32;
let v3800 = &v3800_store;
*v3800 = v828;
if v57 {
let v830 = v63 + v767;
let v836 = &(*v3958)[v830];
let v837 = *v836;
let v839 = *v3800;
let v3883 = fma(v33, v837, v839);
*v3800 = v3883;

}
let v841 = v3843 * v30;
let v842 = v841 + v767;
let v848 = &(*v3955)[v842];
let v849 = *v3800;
*v848 = v849;
let v853 = *v3789;
let v3884 = fma(v849, v849, v853);
*v3789 = v3884;

}
let v856 = v767 + v46;
let v857 = v856 < v30;
if v857 {
let v859 = v771 / v256;
let v863 = &(*v3959)[v859];
let v864 = *v863;
let v865 = u32(v771);
let v866 = u32(1);
let v867 = v865 & v866;
let v868 = u32(16);
let v869 = v868 * v867;
let v870 = v864 >> u32(v869);
let v871 = u32(65535);
let v872 = v870 & v871;
let v873 = u32(32767);
let v874 = v872 & v873;
let v875 = u32(13);
let v876 = v874 << u32(v875);
let v877 = u32(939524096);
let v878 = v876 + v877;
let v881 = u32(2139095040);
let v882 = v876 | v881;
let v883 = u32(31744);
let v884 = v874 >= v883;
let v885 = select(v878, v882, v884);
let v886 = f32(v874);
let v887 = f32(5.960464477539063e-8);
let v888 = v886 * v887;
let v889 = u32(1024);
let v890 = v874 < v889;
let v891 = bitcast<f32>(v885);
let v892 = select(v891, v888, v890);
let v893 = bitcast<u32>(v892);
let v894 = u32(32768);
let v895 = v872 & v894;
let v897 = v895 << u32(v868);
let v898 = v893 | v897;
let v899 = bitcast<f32>(v898);
let v900 = v80[1];
let v901 = u32(4);
let v902 = v900 >> u32(v901);
let v903 = u32(15);
let v904 = v902 & v903;
let v905 = f32(v904);
let v906 = f32(8.0);
let v907 = v905 - v906;
let v3885 = fma(v907, v899, v64);
let v911 = v59 * v3885;
var<function> v3801_store: f32;
let v3801 = &v3801_store;
*v3801 = v911;
if v57 {
let v913 = v63 + v767;
let v915 = v913 + v46;
let v919 = &(*v3958)[v915];
let v920 = *v919;
let v922 = *v3801;
let v3886 = fma(v33, v920, v922);
*v3801 = v3886;

}
let v924 = v3843 * v30;
let v925 = v924 + v767;
let v927 = v925 + v46;
let v931 = &(*v3955)[v927];
let v932 = *v3801;
*v931 = v932;
let v936 = *v3789;
let v3887 = fma(v932, v932, v936);
*v3789 = v3887;

}
let v939 = v767 + v256;
let v940 = v939 < v30;
if v940 {
let v942 = v771 / v256;
let v946 = &(*v3959)[v942];
let v947 = *v946;
let v948 = u32(v771);
let v949 = u32(1);
let v950 = v948 & v949;
let v951 = u32(16);
let v952 = v951 * v950;
let v953 = v947 >> u32(v952);
let v954 = u32(65535);
let v955 = v953 & v954;
let v956 = u32(32767);
let v957 = v955 & v956;
let v958 = u32(13);
let v959 = v957 << u32(v958);
let v960 = u32(939524096);
let v961 = v959 + v960;
let v964 = u32(2139095040);
let v965 = v959 | v964;
let v966 = u32(31744);
let v967 = v957 >= v966;
let v968 = select(v961, v965, v967);
let v969 = f32(v957);
let v970 = f32(5.960464477539063e-8);
let v971 = v969 * v970;
let v972 = u32(1024);
let v973 = v957 < v972;
let v974 = bitcast<f32>(v968);
let v975 = select(v974, v971, v973);
let v976 = bitcast<u32>(v975);
let v977 = u32(32768);
let v978 = v955 & v977;
let v980 = v978 << u32(v951);
let v981 = v976 | v980;
let v982 = bitcast<f32>(v981);
let v983 = v80[1];
let v984 = u32(8);
let v985 = v983 >> u32(v984);
let v986 = u32(15);
let v987 = v985 & v986;
let v988 = f32(v987);
let v989 = f32(8.0);
let v990 = v988 - v989;
let v3888 = fma(v990, v982, v64);
let v994 = v59 * v3888;
var<function> v3802_store: f32;
let v3802 = &v3802_store;
*v3802 = v994;
if v57 {
let v996 = v63 + v767;
let v998 = v996 + v256;
let v1002 = &(*v3958)[v998];
let v1003 = *v1002;
let v1005 = *v3802;
let v3889 = fma(v33, v1003, v1005);
*v3802 = v3889;

}
let v1007 = v3843 * v30;
let v1008 = v1007 + v767;
let v1010 = v1008 + v256;
let v1014 = &(*v3955)[v1010];
let v1015 = *v3802;
*v1014 = v1015;
let v1019 = *v3789;
let v3890 = fma(v1015, v1015, v1019);
*v3789 = v3890;

}
let v1022 = v767 + v339;
let v1023 = v1022 < v30;
if v1023 {
let v1025 = v771 / v256;
let v1029 = &(*v3959)[v1025];
let v1030 = *v1029;
let v1031 = u32(v771);
let v1032 = u32(1);
let v1033 = v1031 & v1032;
let v1034 = u32(16);
let v1035 = v1034 * v1033;
let v1036 = v1030 >> u32(v1035);
let v1037 = u32(65535);
let v1038 = v1036 & v1037;
let v1039 = u32(32767);
let v1040 = v1038 & v1039;
let v1041 = u32(13);
let v1042 = v1040 << u32(v1041);
let v1043 = u32(939524096);
let v1044 = v1042 + v1043;
let v1047 = u32(2139095040);
let v1048 = v1042 | v1047;
let v1049 = u32(31744);
let v1050 = v1040 >= v1049;
let v1051 = select(v1044, v1048, v1050);
let v1052 = f32(v1040);
let v1053 = f32(5.960464477539063e-8);
let v1054 = v1052 * v1053;
let v1055 = u32(1024);
let v1056 = v1040 < v1055;
let v1057 = bitcast<f32>(v1051);
let v1058 = select(v1057, v1054, v1056);
let v1059 = bitcast<u32>(v1058);
let v1060 = u32(32768);
let v1061 = v1038 & v1060;
let v1063 = v1061 << u32(v1034);
let v1064 = v1059 | v1063;
let v1065 = bitcast<f32>(v1064);
let v1066 = v80[1];
let v1067 = u32(12);
let v1068 = v1066 >> u32(v1067);
let v1069 = u32(15);
let v1070 = v1068 & v1069;
let v1071 = f32(v1070);
let v1072 = f32(8.0);
let v1073 = v1071 - v1072;
let v3891 = fma(v1073, v1065, v64);
let v1077 = v59 * v3891;
var<function> v3803_store: f32;
let v3803 = &v3803_store;
*v3803 = v1077;
if v57 {
let v1079 = v63 + v767;
let v1081 = v1079 + v339;
let v1085 = &(*v3958)[v1081];
let v1086 = *v1085;
let v1088 = *v3803;
let v3892 = fma(v33, v1086, v1088);
*v3803 = v3892;

}
let v1090 = v3843 * v30;
let v1091 = v1090 + v767;
let v1093 = v1091 + v339;
let v1097 = &(*v3955)[v1093];
let v1098 = *v3803;
*v1097 = v1098;
let v1102 = *v3789;
let v3893 = fma(v1098, v1098, v1102);
*v3789 = v3893;

}
let v1104 = *v3790;
let v1106 = v1104 * v82;
let v1107 = u32(12);
let v1108 = v1106 + v1107;
let v1110 = v86 + v1108;
let v1112 = v1110 / v82;
let v1115 = v1108 < v30;
if v1115 {
let v1117 = v1112 / v256;
let v1121 = &(*v3959)[v1117];
let v1122 = *v1121;
let v1123 = u32(v1112);
let v1124 = u32(1);
let v1125 = v1123 & v1124;
let v1126 = u32(16);
let v1127 = v1126 * v1125;
let v1128 = v1122 >> u32(v1127);
let v1129 = u32(65535);
let v1130 = v1128 & v1129;
let v1131 = u32(32767);
let v1132 = v1130 & v1131;
let v1133 = u32(13);
let v1134 = v1132 << u32(v1133);
let v1135 = u32(939524096);
let v1136 = v1134 + v1135;
let v1139 = u32(2139095040);
let v1140 = v1134 | v1139;
let v1141 = u32(31744);
let v1142 = v1132 >= v1141;
let v1143 = select(v1136, v1140, v1142);
let v1144 = f32(v1132);
let v1145 = f32(5.960464477539063e-8);
let v1146 = v1144 * v1145;
let v1147 = u32(1024);
let v1148 = v1132 < v1147;
let v1149 = bitcast<f32>(v1143);
let v1150 = select(v1149, v1146, v1148);
let v1151 = bitcast<u32>(v1150);
let v1152 = u32(32768);
let v1153 = v1130 & v1152;
let v1155 = v1153 << u32(v1126);
let v1156 = v1151 | v1155;
let v1157 = bitcast<f32>(v1156);
let v1158 = v80[1];
let v1160 = v1158 >> u32(v1126);
let v1161 = u32(15);
let v1162 = v1160 & v1161;
let v1163 = f32(v1162);
let v1164 = f32(8.0);
let v1165 = v1163 - v1164;
let v3894 = fma(v1165, v1157, v64);
let v1169 = v59 * v3894;
var<function> v3804_store: f32;
let v3804 = &v3804_store;
*v3804 = v1169;
if v57 {
let v1171 = v63 + v1108;
let v1177 = &(*v3958)[v1171];
let v1178 = *v1177;
let v1180 = *v3804;
let v3895 = fma(v33, v1178, v1180);
*v3804 = v3895;

}
let v1182 = v3843 * v30;
let v1183 = v1182 + v1108;
let v1189 = &(*v3955)[v1183];
let v1190 = *v3804;
*v1189 = v1190;
let v1194 = *v3789;
let v3896 = fma(v1190, v1190, v1194);
*v3789 = v3896;

}
let v1197 = v1108 + v46;
let v1198 = v1197 < v30;
if v1198 {
let v1200 = v1112 / v256;
let v1204 = &(*v3959)[v1200];
let v1205 = *v1204;
let v1206 = u32(v1112);
let v1207 = u32(1);
let v1208 = v1206 & v1207;
let v1209 = u32(16);
let v1210 = v1209 * v1208;
let v1211 = v1205 >> u32(v1210);
let v1212 = u32(65535);
let v1213 = v1211 & v1212;
let v1214 = u32(32767);
let v1215 = v1213 & v1214;
let v1216 = u32(13);
let v1217 = v1215 << u32(v1216);
let v1218 = u32(939524096);
let v1219 = v1217 + v1218;
let v1222 = u32(2139095040);
let v1223 = v1217 | v1222;
let v1224 = u32(31744);
let v1225 = v1215 >= v1224;
let v1226 = select(v1219, v1223, v1225);
let v1227 = f32(v1215);
let v1228 = f32(5.960464477539063e-8);
let v1229 = v1227 * v1228;
let v1230 = u32(1024);
let v1231 = v1215 < v1230;
let v1232 = bitcast<f32>(v1226);
let v1233 = select(v1232, v1229, v1231);
let v1234 = bitcast<u32>(v1233);
let v1235 = u32(32768);
let v1236 = v1213 & v1235;
let v1238 = v1236 << u32(v1209);
let v1239 = v1234 | v1238;
let v1240 = bitcast<f32>(v1239);
let v1241 = v80[1];
let v1242 = u32(20);
let v1243 = v1241 >> u32(v1242);
let v1244 = u32(15);
let v1245 = v1243 & v1244;
let v1246 = f32(v1245);
let v1247 = f32(8.0);
let v1248 = v1246 - v1247;
let v3897 = fma(v1248, v1240, v64);
let v1252 = v59 * v3897;
var<function> v3805_store: f32;
let v3805 = &v3805_store;
*v3805 = v1252;
if v57 {
let v1254 = v63 + v1108;
let v1256 = v1254 + v46;
let v1260 = &(*v3958)[v1256];
let v1261 = *v1260;
let v1263 = *v3805;
let v3898 = fma(v33, v1261, v1263);
*v3805 = v3898;

}
let v1265 = v3843 * v30;
let v1266 = v1265 + v1108;
let v1268 = v1266 + v46;
let v1272 = &(*v3955)[v1268];
let v1273 = *v3805;
*v1272 = v1273;
let v1277 = *v3789;
let v3899 = fma(v1273, v1273, v1277);
*v3789 = v3899;

}
let v1280 = v1108 + v256;
let v1281 = v1280 < v30;
if v1281 {
let v1283 = v1112 / v256;
let v1287 = &(*v3959)[v1283];
let v1288 = *v1287;
let v1289 = u32(v1112);
let v1290 = u32(1);
let v1291 = v1289 & v1290;
let v1292 = u32(16);
let v1293 = v1292 * v1291;
let v1294 = v1288 >> u32(v1293);
let v1295 = u32(65535);
let v1296 = v1294 & v1295;
let v1297 = u32(32767);
let v1298 = v1296 & v1297;
let v1299 = u32(13);
let v1300 = v1298 << u32(v1299);
let v1301 = u32(939524096);
let v1302 = v1300 + v1301;
let v1305 = u32(2139095040);
let v1306 = v1300 | v1305;
let v1307 = u32(31744);
let v1308 = v1298 >= v1307;
let v1309 = select(v1302, v1306, v1308);
let v1310 = f32(v1298);
let v1311 = f32(5.960464477539063e-8);
let v1312 = v1310 * v1311;
let v1313 = u32(1024);
let v1314 = v1298 < v1313;
let v1315 = bitcast<f32>(v1309);
let v1316 = select(v1315, v1312, v1314);
let v1317 = bitcast<u32>(v1316);
let v1318 = u32(32768);
let v1319 = v1296 & v1318;
let v1321 = v1319 << u32(v1292);
let v1322 = v1317 | v1321;
let v1323 = bitcast<f32>(v1322);
let v1324 = v80[1];
let v1325 = u32(24);
let v1326 = v1324 >> u32(v1325);
let v1327 = u32(15);
let v1328 = v1326 & v1327;
let v1329 = f32(v1328);
let v1330 = f32(8.0);
let v1331 = v1329 - v1330;
let v3900 = fma(v1331, v1323, v64);
let v1335 = v59 * v3900;
var<function> v3806_store: f32;
let v3806 = &v3806_store;
*v3806 = v1335;
if v57 {
let v1337 = v63 + v1108;
let v1339 = v1337 + v256;
let v1343 = &(*v3958)[v1339];
let v1344 = *v1343;
let v1346 = *v3806;
let v3901 = fma(v33, v1344, v1346);
*v3806 = v3901;

}
let v1348 = v3843 * v30;
let v1349 = v1348 + v1108;
let v1351 = v1349 + v256;
let v1355 = &(*v3955)[v1351];
let v1356 = *v3806;
*v1355 = v1356;
let v1360 = *v3789;
let v3902 = fma(v1356, v1356, v1360);
*v3789 = v3902;

}
let v1363 = v1108 + v339;
let v1364 = v1363 < v30;
if v1364 {
let v1366 = v1112 / v256;
let v1370 = &(*v3959)[v1366];
let v1371 = *v1370;
let v1372 = u32(v1112);
let v1373 = u32(1);
let v1374 = v1372 & v1373;
let v1375 = u32(16);
let v1376 = v1375 * v1374;
let v1377 = v1371 >> u32(v1376);
let v1378 = u32(65535);
let v1379 = v1377 & v1378;
let v1380 = u32(32767);
let v1381 = v1379 & v1380;
let v1382 = u32(13);
let v1383 = v1381 << u32(v1382);
let v1384 = u32(939524096);
let v1385 = v1383 + v1384;
let v1388 = u32(2139095040);
let v1389 = v1383 | v1388;
let v1390 = u32(31744);
let v1391 = v1381 >= v1390;
let v1392 = select(v1385, v1389, v1391);
let v1393 = f32(v1381);
let v1394 = f32(5.960464477539063e-8);
let v1395 = v1393 * v1394;
let v1396 = u32(1024);
let v1397 = v1381 < v1396;
let v1398 = bitcast<f32>(v1392);
let v1399 = select(v1398, v1395, v1397);
let v1400 = bitcast<u32>(v1399);
let v1401 = u32(32768);
let v1402 = v1379 & v1401;
let v1404 = v1402 << u32(v1375);
let v1405 = v1400 | v1404;
let v1406 = bitcast<f32>(v1405);
let v1407 = v80[1];
let v1408 = u32(28);
let v1409 = v1407 >> u32(v1408);
let v1410 = u32(15);
let v1411 = v1409 & v1410;
let v1412 = f32(v1411);
let v1413 = f32(8.0);
let v1414 = v1412 - v1413;
let v3903 = fma(v1414, v1406, v64);
let v1418 = v59 * v3903;
var<function> v3807_store: f32;
let v3807 = &v3807_store;
*v3807 = v1418;
if v57 {
let v1420 = v63 + v1108;
let v1422 = v1420 + v339;
let v1426 = &(*v3958)[v1422];
let v1427 = *v1426;
let v1429 = *v3807;
let v3904 = fma(v33, v1427, v1429);
*v3807 = v3904;

}
let v1431 = v3843 * v30;
let v1432 = v1431 + v1108;
let v1434 = v1432 + v339;
let v1438 = &(*v3955)[v1434];
let v1439 = *v3807;
*v1438 = v1439;
let v1443 = *v3789;
let v3905 = fma(v1439, v1439, v1443);
*v3789 = v3905;

}
let v1445 = *v3790;
let v1447 = v1445 * v82;
let v1448 = u32(16);
let v1449 = v1447 + v1448;
let v1451 = v86 + v1449;
let v1453 = v1451 / v82;
let v1456 = v1449 < v30;
if v1456 {
let v1458 = v1453 / v256;
let v1462 = &(*v3959)[v1458];
let v1463 = *v1462;
let v1464 = u32(v1453);
let v1465 = u32(1);
let v1466 = v1464 & v1465;
let v1467 = u32(16);
let v1468 = v1467 * v1466;
let v1469 = v1463 >> u32(v1468);
let v1470 = u32(65535);
let v1471 = v1469 & v1470;
let v1472 = u32(32767);
let v1473 = v1471 & v1472;
let v1474 = u32(13);
let v1475 = v1473 << u32(v1474);
let v1476 = u32(939524096);
let v1477 = v1475 + v1476;
let v1480 = u32(2139095040);
let v1481 = v1475 | v1480;
let v1482 = u32(31744);
let v1483 = v1473 >= v1482;
let v1484 = select(v1477, v1481, v1483);
let v1485 = f32(v1473);
let v1486 = f32(5.960464477539063e-8);
let v1487 = v1485 * v1486;
let v1488 = u32(1024);
let v1489 = v1473 < v1488;
let v1490 = bitcast<f32>(v1484);
let v1491 = select(v1490, v1487, v1489);
let v1492 = bitcast<u32>(v1491);
let v1493 = u32(32768);
let v1494 = v1471 & v1493;
let v1496 = v1494 << u32(v1467);
let v1497 = v1492 | v1496;
let v1498 = bitcast<f32>(v1497);
let v1499 = v80[2];
let v1502 = u32(15);
let v1503 = v1499 & v1502;
let v1504 = f32(v1503);
let v1505 = f32(8.0);
let v1506 = v1504 - v1505;
let v3906 = fma(v1506, v1498, v64);
let v1510 = v59 * v3906;
var<function> v3808_store: f32;
let v3808 = &v3808_store;
*v3808 = v1510;
if v57 {
let v1512 = v63 + v1449;
let v1518 = &(*v3958)[v1512];
let v1519 = *v1518;
let v1521 = *v3808;
let v3907 = fma(v33, v1519, v1521);
*v3808 = v3907;

}
let v1523 = v3843 * v30;
let v1524 = v1523 + v1449;
let v1530 = &(*v3955)[v1524];
let v1531 = *v3808;
*v1530 = v1531;
let v1535 = *v3789;
let v3908 = fma(v1531, v1531, v1535);
*v3789 = v3908;

}
let v1538 = v1449 + v46;
let v1539 = v1538 < v30;
if v1539 {
let v1541 = v1453 / v256;
let v1545 = &(*v3959)[v1541];
let v1546 = *v1545;
let v1547 = u32(v1453);
let v1548 = u32(1);
let v1549 = v1547 & v1548;
let v1550 = u32(16);
let v1551 = v1550 * v1549;
let v1552 = v1546 >> u32(v1551);
let v1553 = u32(65535);
let v1554 = v1552 & v1553;
let v1555 = u32(32767);
let v1556 = v1554 & v1555;
let v1557 = u32(13);
let v1558 = v1556 << u32(v1557);
let v1559 = u32(939524096);
let v1560 = v1558 + v1559;
let v1563 = u32(2139095040);
let v1564 = v1558 | v1563;
let v1565 = u32(31744);
let v1566 = v1556 >= v1565;
let v1567 = select(v1560, v1564, v1566);
let v1568 = f32(v1556);
let v1569 = f32(5.960464477539063e-8);
let v1570 = v1568 * v1569;
let v1571 = u32(1024);
let v1572 = v1556 < v1571;
let v1573 = bitcast<f32>(v1567);
let v1574 = select(v1573, v1570, v1572);
let v1575 = bitcast<u32>(v1574);
let v1576 = u32(32768);
let v1577 = v1554 & v1576;
let v1579 = v1577 << u32(v1550);
let v1580 = v1575 | v1579;
let v1581 = bitcast<f32>(v1580);
let v1582 = v80[2];
let v1583 = u32(4);
let v1584 = v1582 >> u32(v1583);
let v1585 = u32(15);
let v1586 = v1584 & v1585;
let v1587 = f32(v1586);
let v1588 = f32(8.0);
let v1589 = v1587 - v1588;
let v3909 = fma(v1589, v1581, v64);
let v1593 = v59 * v3909;
var<function> v3809_store: f32;
let v3809 = &v3809_store;
*v3809 = v1593;
if v57 {
let v1595 = v63 + v1449;
let v1597 = v1595 + v46;
let v1601 = &(*v3958)[v1597];
let v1602 = *v1601;
let v1604 = *v3809;
let v3910 = fma(v33, v1602, v1604);
*v3809 = v3910;

}
let v1606 = v3843 * v30;
let v1607 = v1606 + v1449;
let v1609 = v1607 + v46;
let v1613 = &(*v3955)[v1609];
let v1614 = *v3809;
*v1613 = v1614;
let v1618 = *v3789;
let v3911 = fma(v1614, v1614, v1618);
*v3789 = v3911;

}
let v1621 = v1449 + v256;
let v1622 = v1621 < v30;
if v1622 {
let v1624 = v1453 / v256;
let v1628 = &(*v3959)[v1624];
let v1629 = *v1628;
let v1630 = u32(v1453);
let v1631 = u32(1);
let v1632 = v1630 & v1631;
let v1633 = u32(16);
let v1634 = v1633 * v1632;
let v1635 = v1629 >> u32(v1634);
let v1636 = u32(65535);
let v1637 = v1635 & v1636;
let v1638 = u32(32767);
let v1639 = v1637 & v1638;
let v1640 = u32(13);
let v1641 = v1639 << u32(v1640);
let v1642 = u32(939524096);
let v1643 = v1641 + v1642;
let v1646 = u32(2139095040);
let v1647 = v1641 | v1646;
let v1648 = u32(31744);
let v1649 = v1639 >= v1648;
let v1650 = select(v1643, v1647, v1649);
let v1651 = f32(v1639);
let v1652 = f32(5.960464477539063e-8);
let v1653 = v1651 * v1652;
let v1654 = u32(1024);
let v1655 = v1639 < v1654;
let v1656 = bitcast<f32>(v1650);
let v1657 = select(v1656, v1653, v1655);
let v1658 = bitcast<u32>(v1657);
let v1659 = u32(32768);
let v1660 = v1637 & v1659;
let v1662 = v1660 << u32(v1633);
let v1663 = v1658 | v1662;
let v1664 = bitcast<f32>(v1663);
let v1665 = v80[2];
let v1666 = u32(8);
let v1667 = v1665 >> u32(v1666);
let v1668 = u32(15);
let v1669 = v1667 & v1668;
let v1670 = f32(v1669);
let v1671 = f32(8.0);
let v1672 = v1670 - v1671;
let v3912 = fma(v1672, v1664, v64);
let v1676 = v59 * v3912;
var<function> v3810_store: f32;
let v3810 = &v3810_store;
*v3810 = v1676;
if v57 {
let v1678 = v63 + v1449;
let v1680 = v1678 + v256;
let v1684 = &(*v3958)[v1680];
let v1685 = *v1684;
let v1687 = *v3810;
let v3913 = fma(v33, v1685, v1687);
*v3810 = v3913;

}
let v1689 = v3843 * v30;
let v1690 = v1689 + v1449;
let v1692 = v1690 + v256;
let v1696 = &(*v3955)[v1692];
let v1697 = *v3810;
*v1696 = v1697;
let v1701 = *v3789;
let v3914 = fma(v1697, v1697, v1701);
*v3789 = v3914;

}
let v1704 = v1449 + v339;
let v1705 = v1704 < v30;
if v1705 {
let v1707 = v1453 / v256;
let v1711 = &(*v3959)[v1707];
let v1712 = *v1711;
let v1713 = u32(v1453);
let v1714 = u32(1);
let v1715 = v1713 & v1714;
let v1716 = u32(16);
let v1717 = v1716 * v1715;
let v1718 = v1712 >> u32(v1717);
let v1719 = u32(65535);
let v1720 = v1718 & v1719;
let v1721 = u32(32767);
let v1722 = v1720 & v1721;
let v1723 = u32(13);
let v1724 = v1722 << u32(v1723);
let v1725 = u32(939524096);
let v1726 = v1724 + v1725;
let v1729 = u32(2139095040);
let v1730 = v1724 | v1729;
let v1731 = u32(31744);
let v1732 = v1722 >= v1731;
let v1733 = select(v1726, v1730, v1732);
let v1734 = f32(v1722);
let v1735 = f32(5.960464477539063e-8);
let v1736 = v1734 * v1735;
let v1737 = u32(1024);
let v1738 = v1722 < v1737;
let v1739 = bitcast<f32>(v1733);
let v1740 = select(v1739, v1736, v1738);
let v1741 = bitcast<u32>(v1740);
let v1742 = u32(32768);
let v1743 = v1720 & v1742;
let v1745 = v1743 << u32(v1716);
let v1746 = v1741 | v1745;
let v1747 = bitcast<f32>(v1746);
let v1748 = v80[2];
let v1749 = u32(12);
let v1750 = v1748 >> u32(v1749);
let v1751 = u32(15);
let v1752 = v1750 & v1751;
let v1753 = f32(v1752);
let v1754 = f32(8.0);
let v1755 = v1753 - v1754;
let v3915 = fma(v1755, v1747, v64);
let v1759 = v59 * v3915;
var<function> v3811_store: f32;
let v3811 = &v3811_store;
*v3811 = v1759;
if v57 {
let v1761 = v63 + v1449;
let v1763 = v1761 + v339;
let v1767 = &(*v3958)[v1763];
let v1768 = *v1767;
let v1770 = *v3811;
let v3916 = fma(v33, v1768, v1770);
*v3811 = v3916;

}
let v1772 = v3843 * v30;
let v1773 = v1772 + v1449;
let v1775 = v1773 + v339;
let v1779 = &(*v3955)[v1775];
let v1780 = *v3811;
*v1779 = v1780;
let v1784 = *v3789;
let v3917 = fma(v1780, v1780, v1784);
*v3789 = v3917;

}
let v1786 = *v3790;
let v1788 = v1786 * v82;
let v1789 = u32(20);
let v1790 = v1788 + v1789;
let v1792 = v86 + v1790;
let v1794 = v1792 / v82;
let v1797 = v1790 < v30;
if v1797 {
let v1799 = v1794 / v256;
let v1803 = &(*v3959)[v1799];
let v1804 = *v1803;
let v1805 = u32(v1794);
let v1806 = u32(1);
let v1807 = v1805 & v1806;
let v1808 = u32(16);
let v1809 = v1808 * v1807;
let v1810 = v1804 >> u32(v1809);
let v1811 = u32(65535);
let v1812 = v1810 & v1811;
let v1813 = u32(32767);
let v1814 = v1812 & v1813;
let v1815 = u32(13);
let v1816 = v1814 << u32(v1815);
let v1817 = u32(939524096);
let v1818 = v1816 + v1817;
let v1821 = u32(2139095040);
let v1822 = v1816 | v1821;
let v1823 = u32(31744);
let v1824 = v1814 >= v1823;
let v1825 = select(v1818, v1822, v1824);
let v1826 = f32(v1814);
let v1827 = f32(5.960464477539063e-8);
let v1828 = v1826 * v1827;
let v1829 = u32(1024);
let v1830 = v1814 < v1829;
let v1831 = bitcast<f32>(v1825);
let v1832 = select(v1831, v1828, v1830);
let v1833 = bitcast<u32>(v1832);
let v1834 = u32(32768);
let v1835 = v1812 & v1834;
let v1837 = v1835 << u32(v1808);
let v1838 = v1833 | v1837;
let v1839 = bitcast<f32>(v1838);
let v1840 = v80[2];
let v1842 = v1840 >> u32(v1808);
let v1843 = u32(15);
let v1844 = v1842 & v1843;
let v1845 = f32(v1844);
let v1846 = f32(8.0);
let v1847 = v1845 - v1846;
let v3918 = fma(v1847, v1839, v64);
let v1851 = v59 * v3918;
var<function> v3812_store: f32;
let v3812 = &v3812_store;
*v3812 = v1851;
if v57 {
let v1853 = v63 + v1790;
let v1859 = &(*v3958)[v1853];
let v1860 = *v1859;
let v1862 = *v3812;
let v3919 = fma(v33, v1860, v1862);
*v3812 = v3919;

}
let v1864 = v3843 * v30;
let v1865 = v1864 + v1790;
let v1871 = &(*v3955)[v1865];
let v1872 = *v3812;
*v1871 = v1872;
let v1876 = *v3789;
let v3920 = fma(v1872, v1872, v1876);
*v3789 = v3920;

}
let v1879 = v1790 + v46;
let v1880 = v1879 < v30;
if v1880 {
let v1882 = v1794 / v256;
let v1886 = &(*v3959)[v1882];
let v1887 = *v1886;
let v1888 = u32(v1794);
let v1889 = u32(1);
let v1890 = v1888 & v1889;
let v1891 = u32(16);
let v1892 = v1891 * v1890;
let v1893 = v1887 >> u32(v1892);
let v1894 = u32(65535);
let v1895 = v1893 & v1894;
let v1896 = u32(32767);
let v1897 = v1895 & v1896;
let v1898 = u32(13);
let v1899 = v1897 << u32(v1898);
let v1900 = u32(939524096);
let v1901 = v1899 + v1900;
let v1904 = u32(2139095040);
let v1905 = v1899 | v1904;
let v1906 = u32(31744);
let v1907 = v1897 >= v1906;
let v1908 = select(v1901, v1905, v1907);
let v1909 = f32(v1897);
let v1910 = f32(5.960464477539063e-8);
let v1911 = v1909 * v1910;
let v1912 = u32(1024);
let v1913 = v1897 < v1912;
let v1914 = bitcast<f32>(v1908);
let v1915 = select(v1914, v1911, v1913);
let v1916 = bitcast<u32>(v1915);
let v1917 = u32(32768);
let v1918 = v1895 & v1917;
let v1920 = v1918 << u32(v1891);
let v1921 = v1916 | v1920;
let v1922 = bitcast<f32>(v1921);
let v1923 = v80[2];
let v1924 = u32(20);
let v1925 = v1923 >> u32(v1924);
let v1926 = u32(15);
let v1927 = v1925 & v1926;
let v1928 = f32(v1927);
let v1929 = f32(8.0);
let v1930 = v1928 - v1929;
let v3921 = fma(v1930, v1922, v64);
let v1934 = v59 * v3921;
var<function> v3813_store: f32;
let v3813 = &v3813_store;
*v3813 = v1934;
if v57 {
let v1936 = v63 + v1790;
let v1938 = v1936 + v46;
let v1942 = &(*v3958)[v1938];
let v1943 = *v1942;
let v1945 = *v3813;
let v3922 = fma(v33, v1943, v1945);
*v3813 = v3922;

}
let v1947 = v3843 * v30;
let v1948 = v1947 + v1790;
let v1950 = v1948 + v46;
let v1954 = &(*v3955)[v1950];
let v1955 = *v3813;
*v1954 = v1955;
let v1959 = *v3789;
let v3923 = fma(v1955, v1955, v1959);
*v3789 = v3923;

}
let v1962 = v1790 + v256;
let v1963 = v1962 < v30;
if v1963 {
let v1965 = v1794 / v256;
let v1969 = &(*v3959)[v1965];
let v1970 = *v1969;
let v1971 = u32(v1794);
let v1972 = u32(1);
let v1973 = v1971 & v1972;
let v1974 = u32(16);
let v1975 = v1974 * v1973;
let v1976 = v1970 >> u32(v1975);
let v1977 = u32(65535);
let v1978 = v1976 & v1977;
let v1979 = u32(32767);
let v1980 = v1978 & v1979;
let v1981 = u32(13);
let v1982 = v1980 << u32(v1981);
let v1983 = u32(939524096);
let v1984 = v1982 + v1983;
let v1987 = u32(2139095040);
let v1988 = v1982 | v1987;
let v1989 = u32(31744);
let v1990 = v1980 >= v1989;
let v1991 = select(v1984, v1988, v1990);
let v1992 = f32(v1980);
let v1993 = f32(5.960464477539063e-8);
let v1994 = v1992 * v1993;
let v1995 = u32(1024);
let v1996 = v1980 < v1995;
let v1997 = bitcast<f32>(v1991);
let v1998 = select(v1997, v1994, v1996);
let v1999 = bitcast<u32>(v1998);
let v2000 = u32(32768);
let v2001 = v1978 & v2000;
let v2003 = v2001 << u32(v1974);
let v2004 = v1999 | v2003;
let v2005 = bitcast<f32>(v2004);
let v2006 = v80[2];
let v2007 = u32(24);
let v2008 = v2006 >> u32(v2007);
let v2009 = u32(15);
let v2010 = v2008 & v2009;
let v2011 = f32(v2010);
let v2012 = f32(8.0);
let v2013 = v2011 - v2012;
let v3924 = fma(v2013, v2005, v64);
let v2017 = v59 * v3924;
var<function> v3814_store: f32;
let v3814 = &v3814_store;
*v3814 = v2017;
if v57 {
let v2019 = v63 + v1790;
let v2021 = v2019 + v256;
let v2025 = &(*v3958)[v2021];
let v2026 = *v2025;
let v2028 = *v3814;
let v3925 = fma(v33, v2026, v2028);
*v3814 = v3925;

}
let v2030 = v3843 * v30;
let v2031 = v2030 + v1790;
let v2033 = v2031 + v256;
let v2037 = &(*v3955)[v2033];
let v2038 = *v3814;
*v2037 = v2038;
let v2042 = *v3789;
let v3926 = fma(v2038, v2038, v2042);
*v3789 = v3926;

}
let v2045 = v1790 + v339;
let v2046 = v2045 < v30;
if v2046 {
let v2048 = v1794 / v256;
let v2052 = &(*v3959)[v2048];
let v2053 = *v2052;
let v2054 = u32(v1794);
let v2055 = u32(1);
let v2056 = v2054 & v2055;
let v2057 = u32(16);
let v2058 = v2057 * v2056;
let v2059 = v2053 >> u32(v2058);
let v2060 = u32(65535);
let v2061 = v2059 & v2060;
let v2062 = u32(32767);
let v2063 = v2061 & v2062;
let v2064 = u32(13);
let v2065 = v2063 << u32(v2064);
let v2066 = u32(939524096);
let v2067 = v2065 + v2066;
let v2070 = u32(2139095040);
let v2071 = v2065 | v2070;
let v2072 = u32(31744);
let v2073 = v2063 >= v2072;
let v2074 = select(v2067, v2071, v2073);
let v2075 = f32(v2063);
let v2076 = f32(5.960464477539063e-8);
let v2077 = v2075 * v2076;
let v2078 = u32(1024);
let v2079 = v2063 < v2078;
let v2080 = bitcast<f32>(v2074);
let v2081 = select(v2080, v2077, v2079);
let v2082 = bitcast<u32>(v2081);
let v2083 = u32(32768);
let v2084 = v2061 & v2083;
let v2086 = v2084 << u32(v2057);
let v2087 = v2082 | v2086;
let v2088 = bitcast<f32>(v2087);
let v2089 = v80[2];
let v2090 = u32(28);
let v2091 = v2089 >> u32(v2090);
let v2092 = u32(15);
let v2093 = v2091 & v2092;
let v2094 = f32(v2093);
let v2095 = f32(8.0);
let v2096 = v2094 - v2095;
let v3927 = fma(v2096, v2088, v64);
let v2100 = v59 * v3927;
var<function> v3815_store: f32;
let v3815 = &v3815_store;
*v3815 = v2100;
if v57 {
let v2102 = v63 + v1790;
let v2104 = v2102 + v339;
let v2108 = &(*v3958)[v2104];
let v2109 = *v2108;
let v2111 = *v3815;
let v3928 = fma(v33, v2109, v2111);
*v3815 = v3928;

}
let v2113 = v3843 * v30;
let v2114 = v2113 + v1790;
let v2116 = v2114 + v339;
let v2120 = &(*v3955)[v2116];
let v2121 = *v3815;
*v2120 = v2121;
let v2125 = *v3789;
let v3929 = fma(v2121, v2121, v2125);
*v3789 = v3929;

}
let v2127 = *v3790;
let v2129 = v2127 * v82;
let v2130 = u32(24);
let v2131 = v2129 + v2130;
let v2133 = v86 + v2131;
let v2135 = v2133 / v82;
let v2138 = v2131 < v30;
if v2138 {
let v2140 = v2135 / v256;
let v2144 = &(*v3959)[v2140];
let v2145 = *v2144;
let v2146 = u32(v2135);
let v2147 = u32(1);
let v2148 = v2146 & v2147;
let v2149 = u32(16);
let v2150 = v2149 * v2148;
let v2151 = v2145 >> u32(v2150);
let v2152 = u32(65535);
let v2153 = v2151 & v2152;
let v2154 = u32(32767);
let v2155 = v2153 & v2154;
let v2156 = u32(13);
let v2157 = v2155 << u32(v2156);
let v2158 = u32(939524096);
let v2159 = v2157 + v2158;
let v2162 = u32(2139095040);
let v2163 = v2157 | v2162;
let v2164 = u32(31744);
let v2165 = v2155 >= v2164;
let v2166 = select(v2159, v2163, v2165);
let v2167 = f32(v2155);
let v2168 = f32(5.960464477539063e-8);
let v2169 = v2167 * v2168;
let v2170 = u32(1024);
let v2171 = v2155 < v2170;
let v2172 = bitcast<f32>(v2166);
let v2173 = select(v2172, v2169, v2171);
let v2174 = bitcast<u32>(v2173);
let v2175 = u32(32768);
let v2176 = v2153 & v2175;
let v2178 = v2176 << u32(v2149);
let v2179 = v2174 | v2178;
let v2180 = bitcast<f32>(v2179);
let v2181 = v80[3];
let v2184 = u32(15);
let v2185 = v2181 & v2184;
let v2186 = f32(v2185);
let v2187 = f32(8.0);
let v2188 = v2186 - v2187;
let v3930 = fma(v2188, v2180, v64);
let v2192 = v59 * v3930;
var<function> v3816_store: f32;
let v3816 = &v3816_store;
*v3816 = v2192;
if v57 {
let v2194 = v63 + v2131;
let v2200 = &(*v3958)[v2194];
let v2201 = *v2200;
let v2203 = *v3816;
let v3931 = fma(v33, v2201, v2203);
*v3816 = v3931;

}
let v2205 = v3843 * v30;
let v2206 = v2205 + v2131;
let v2212 = &(*v3955)[v2206];
let v2213 = *v3816;
*v2212 = v2213;
let v2217 = *v3789;
let v3932 = fma(v2213, v2213, v2217);
*v3789 = v3932;

}
let v2220 = v2131 + v46;
let v2221 = v2220 < v30;
if v2221 {
let v2223 = v2135 / v256;
let v2227 = &(*v3959)[v2223];
let v2228 = *v2227;
let v2229 = u32(v2135);
let v2230 = u32(1);
let v2231 = v2229 & v2230;
let v2232 = u32(16);
let v2233 = v2232 * v2231;
let v2234 = v2228 >> u32(v2233);
let v2235 = u32(65535);
let v2236 = v2234 & v2235;
let v2237 = u32(32767);
let v2238 = v2236 & v2237;
let v2239 = u32(13);
let v2240 = v2238 << u32(v2239);
let v2241 = u32(939524096);
let v2242 = v2240 + v2241;
let v2245 = u32(2139095040);
let v2246 = v2240 | v2245;
let v2247 = u32(31744);
let v2248 = v2238 >= v2247;
let v2249 = select(v2242, v2246, v2248);
let v2250 = f32(v2238);
let v2251 = f32(5.960464477539063e-8);
let v2252 = v2250 * v2251;
let v2253 = u32(1024);
let v2254 = v2238 < v2253;
let v2255 = bitcast<f32>(v2249);
let v2256 = select(v2255, v2252, v2254);
let v2257 = bitcast<u32>(v2256);
let v2258 = u32(32768);
let v2259 = v2236 & v2258;
let v2261 = v2259 << u32(v2232);
let v2262 = v2257 | v2261;
let v2263 = bitcast<f32>(v2262);
let v2264 = v80[3];
let v2265 = u32(4);
let v2266 = v2264 >> u32(v2265);
let v2267 = u32(15);
let v2268 = v2266 & v2267;
let v2269 = f32(v2268);
let v2270 = f32(8.0);
let v2271 = v2269 - v2270;
let v3933 = fma(v2271, v2263, v64);
let v2275 = v59 * v3933;
var<function> v3817_store: f32;
let v3817 = &v3817_store;
*v3817 = v2275;
if v57 {
let v2277 = v63 + v2131;
let v2279 = v2277 + v46;
let v2283 = &(*v3958)[v2279];
let v2284 = *v2283;
let v2286 = *v3817;
let v3934 = fma(v33, v2284, v2286);
*v3817 = v3934;

}
let v2288 = v3843 * v30;
let v2289 = v2288 + v2131;
let v2291 = v2289 + v46;
let v2295 = &(*v3955)[v2291];
let v2296 = *v3817;
*v2295 = v2296;
let v2300 = *v3789;
let v3935 = fma(v2296, v2296, v2300);
*v3789 = v3935;

}
let v2303 = v2131 + v256;
let v2304 = v2303 < v30;
if v2304 {
let v2306 = v2135 / v256;
let v2310 = &(*v3959)[v2306];
let v2311 = *v2310;
let v2312 = u32(v2135);
let v2313 = u32(1);
let v2314 = v2312 & v2313;
let v2315 = u32(16);
let v2316 = v2315 * v2314;
let v2317 = v2311 >> u32(v2316);
let v2318 = u32(65535);
let v2319 = v2317 & v2318;
let v2320 = u32(32767);
let v2321 = v2319 & v2320;
let v2322 = u32(13);
let v2323 = v2321 << u32(v2322);
let v2324 = u32(939524096);
let v2325 = v2323 + v2324;
let v2328 = u32(2139095040);
let v2329 = v2323 | v2328;
let v2330 = u32(31744);
let v2331 = v2321 >= v2330;
let v2332 = select(v2325, v2329, v2331);
let v2333 = f32(v2321);
let v2334 = f32(5.960464477539063e-8);
let v2335 = v2333 * v2334;
let v2336 = u32(1024);
let v2337 = v2321 < v2336;
let v2338 = bitcast<f32>(v2332);
let v2339 = select(v2338, v2335, v2337);
let v2340 = bitcast<u32>(v2339);
let v2341 = u32(32768);
let v2342 = v2319 & v2341;
let v2344 = v2342 << u32(v2315);
let v2345 = v2340 | v2344;
let v2346 = bitcast<f32>(v2345);
let v2347 = v80[3];
let v2348 = u32(8);
let v2349 = v2347 >> u32(v2348);
let v2350 = u32(15);
let v2351 = v2349 & v2350;
let v2352 = f32(v2351);
let v2353 = f32(8.0);
let v2354 = v2352 - v2353;
let v3936 = fma(v2354, v2346, v64);
let v2358 = v59 * v3936;
var<function> v3818_store: f32;
let v3818 = &v3818_store;
*v3818 = v2358;
if v57 {
let v2360 = v63 + v2131;
let v2362 = v2360 + v256;
let v2366 = &(*v3958)[v2362];
let v2367 = *v2366;
let v2369 = *v3818;
let v3937 = fma(v33, v2367, v2369);
*v3818 = v3937;

}
let v2371 = v3843 * v30;
let v2372 = v2371 + v2131;
let v2374 = v2372 + v256;
let v2378 = &(*v3955)[v2374];
let v2379 = *v3818;
*v2378 = v2379;
let v2383 = *v3789;
let v3938 = fma(v2379, v2379, v2383);
*v3789 = v3938;

}
let v2386 = v2131 + v339;
let v2387 = v2386 < v30;
if v2387 {
let v2389 = v2135 / v256;
let v2393 = &(*v3959)[v2389];
let v2394 = *v2393;
let v2395 = u32(v2135);
let v2396 = u32(1);
let v2397 = v2395 & v2396;
let v2398 = u32(16);
let v2399 = v2398 * v2397;
let v2400 = v2394 >> u32(v2399);
let v2401 = u32(65535);
let v2402 = v2400 & v2401;
let v2403 = u32(32767);
let v2404 = v2402 & v2403;
let v2405 = u32(13);
let v2406 = v2404 << u32(v2405);
let v2407 = u32(939524096);
let v2408 = v2406 + v2407;
let v2411 = u32(2139095040);
let v2412 = v2406 | v2411;
let v2413 = u32(31744);
let v2414 = v2404 >= v2413;
let v2415 = select(v2408, v2412, v2414);
let v2416 = f32(v2404);
let v2417 = f32(5.960464477539063e-8);
let v2418 = v2416 * v2417;
let v2419 = u32(1024);
let v2420 = v2404 < v2419;
let v2421 = bitcast<f32>(v2415);
let v2422 = select(v2421, v2418, v2420);
let v2423 = bitcast<u32>(v2422);
let v2424 = u32(32768);
let v2425 = v2402 & v2424;
let v2427 = v2425 << u32(v2398);
let v2428 = v2423 | v2427;
let v2429 = bitcast<f32>(v2428);
let v2430 = v80[3];
let v2431 = u32(12);
let v2432 = v2430 >> u32(v2431);
let v2433 = u32(15);
let v2434 = v2432 & v2433;
let v2435 = f32(v2434);
let v2436 = f32(8.0);
let v2437 = v2435 - v2436;
let v3939 = fma(v2437, v2429, v64);
let v2441 = v59 * v3939;
var<function> v3819_store: f32;
let v3819 = &v3819_store;
*v3819 = v2441;
if v57 {
let v2443 = v63 + v2131;
let v2445 = v2443 + v339;
let v2449 = &(*v3958)[v2445];
let v2450 = *v2449;
let v2452 = *v3819;
let v3940 = fma(v33, v2450, v2452);
*v3819 = v3940;

}
let v2454 = v3843 * v30;
let v2455 = v2454 + v2131;
let v2457 = v2455 + v339;
let v2461 = &(*v3955)[v2457];
let v2462 = *v3819;
*v2461 = v2462;
let v2466 = *v3789;
let v3941 = fma(v2462, v2462, v2466);
*v3789 = v3941;

}
let v2468 = *v3790;
let v2470 = v2468 * v82;
let v2471 = u32(28);
let v2472 = v2470 + v2471;
let v2474 = v86 + v2472;
let v2476 = v2474 / v82;
let v2479 = v2472 < v30;
if v2479 {
let v2481 = v2476 / v256;
let v2485 = &(*v3959)[v2481];
let v2486 = *v2485;
let v2487 = u32(v2476);
let v2488 = u32(1);
let v2489 = v2487 & v2488;
let v2490 = u32(16);
let v2491 = v2490 * v2489;
let v2492 = v2486 >> u32(v2491);
let v2493 = u32(65535);
let v2494 = v2492 & v2493;
let v2495 = u32(32767);
let v2496 = v2494 & v2495;
let v2497 = u32(13);
let v2498 = v2496 << u32(v2497);
let v2499 = u32(939524096);
let v2500 = v2498 + v2499;
let v2503 = u32(2139095040);
let v2504 = v2498 | v2503;
let v2505 = u32(31744);
let v2506 = v2496 >= v2505;
let v2507 = select(v2500, v2504, v2506);
let v2508 = f32(v2496);
let v2509 = f32(5.960464477539063e-8);
let v2510 = v2508 * v2509;
let v2511 = u32(1024);
let v2512 = v2496 < v2511;
let v2513 = bitcast<f32>(v2507);
let v2514 = select(v2513, v2510, v2512);
let v2515 = bitcast<u32>(v2514);
let v2516 = u32(32768);
let v2517 = v2494 & v2516;
let v2519 = v2517 << u32(v2490);
let v2520 = v2515 | v2519;
let v2521 = bitcast<f32>(v2520);
let v2522 = v80[3];
let v2524 = v2522 >> u32(v2490);
let v2525 = u32(15);
let v2526 = v2524 & v2525;
let v2527 = f32(v2526);
let v2528 = f32(8.0);
let v2529 = v2527 - v2528;
let v3942 = fma(v2529, v2521, v64);
let v2533 = v59 * v3942;
var<function> v3820_store: f32;
let v3820 = &v3820_store;
*v3820 = v2533;
if v57 {
let v2535 = v63 + v2472;
let v2541 = &(*v3958)[v2535];
let v2542 = *v2541;
let v2544 = *v3820;
let v3943 = fma(v33, v2542, v2544);
*v3820 = v3943;

}
let v2546 = v3843 * v30;
let v2547 = v2546 + v2472;
let v2553 = &(*v3955)[v2547];
let v2554 = *v3820;
*v2553 = v2554;
let v2558 = *v3789;
let v3944 = fma(v2554, v2554, v2558);
*v3789 = v3944;

}
let v2561 = v2472 + v46;
let v2562 = v2561 < v30;
if v2562 {
let v2564 = v2476 / v256;
let v2568 = &(*v3959)[v2564];
let v2569 = *v2568;
let v2570 = u32(v2476);
let v2571 = u32(1);
let v2572 = v2570 & v2571;
let v2573 = u32(16);
let v2574 = v2573 * v2572;
let v2575 = v2569 >> u32(v2574);
let v2576 = u32(65535);
let v2577 = v2575 & v2576;
let v2578 = u32(32767);
let v2579 = v2577 & v2578;
let v2580 = u32(13);
let v2581 = v2579 << u32(v2580);
let v2582 = u32(939524096);
let v2583 = v2581 + v2582;
let v2586 = u32(2139095040);
let v2587 = v2581 | v2586;
let v2588 = u32(31744);
let v2589 = v2579 >= v2588;
let v2590 = select(v2583, v2587, v2589);
let v2591 = f32(v2579);
let v2592 = f32(5.960464477539063e-8);
let v2593 = v2591 * v2592;
let v2594 = u32(1024);
let v2595 = v2579 < v2594;
let v2596 = bitcast<f32>(v2590);
let v2597 = select(v2596, v2593, v2595);
let v2598 = bitcast<u32>(v2597);
let v2599 = u32(32768);
let v2600 = v2577 & v2599;
let v2602 = v2600 << u32(v2573);
let v2603 = v2598 | v2602;
let v2604 = bitcast<f32>(v2603);
let v2605 = v80[3];
let v2606 = u32(20);
let v2607 = v2605 >> u32(v2606);
let v2608 = u32(15);
let v2609 = v2607 & v2608;
let v2610 = f32(v2609);
let v2611 = f32(8.0);
let v2612 = v2610 - v2611;
let v3945 = fma(v2612, v2604, v64);
let v2616 = v59 * v3945;
var<function> v3821_store: f32;
let v3821 = &v3821_store;
*v3821 = v2616;
if v57 {
let v2618 = v63 + v2472;
let v2620 = v2618 + v46;
let v2624 = &(*v3958)[v2620];
let v2625 = *v2624;
let v2627 = *v3821;
let v3946 = fma(v33, v2625, v2627);
*v3821 = v3946;

}
let v2629 = v3843 * v30;
let v2630 = v2629 + v2472;
let v2632 = v2630 + v46;
let v2636 = &(*v3955)[v2632];
let v2637 = *v3821;
*v2636 = v2637;
let v2641 = *v3789;
let v3947 = fma(v2637, v2637, v2641);
*v3789 = v3947;

}
let v2644 = v2472 + v256;
let v2645 = v2644 < v30;
if v2645 {
let v2647 = v2476 / v256;
let v2651 = &(*v3959)[v2647];
let v2652 = *v2651;
let v2653 = u32(v2476);
let v2654 = u32(1);
let v2655 = v2653 & v2654;
let v2656 = u32(16);
let v2657 = v2656 * v2655;
let v2658 = v2652 >> u32(v2657);
let v2659 = u32(65535);
let v2660 = v2658 & v2659;
let v2661 = u32(32767);
let v2662 = v2660 & v2661;
let v2663 = u32(13);
let v2664 = v2662 << u32(v2663);
let v2665 = u32(939524096);
let v2666 = v2664 + v2665;
let v2669 = u32(2139095040);
let v2670 = v2664 | v2669;
let v2671 = u32(31744);
let v2672 = v2662 >= v2671;
let v2673 = select(v2666, v2670, v2672);
let v2674 = f32(v2662);
let v2675 = f32(5.960464477539063e-8);
let v2676 = v2674 * v2675;
let v2677 = u32(1024);
let v2678 = v2662 < v2677;
let v2679 = bitcast<f32>(v2673);
let v2680 = select(v2679, v2676, v2678);
let v2681 = bitcast<u32>(v2680);
let v2682 = u32(32768);
let v2683 = v2660 & v2682;
let v2685 = v2683 << u32(v2656);
let v2686 = v2681 | v2685;
let v2687 = bitcast<f32>(v2686);
let v2688 = v80[3];
let v2689 = u32(24);
let v2690 = v2688 >> u32(v2689);
let v2691 = u32(15);
let v2692 = v2690 & v2691;
let v2693 = f32(v2692);
let v2694 = f32(8.0);
let v2695 = v2693 - v2694;
let v3948 = fma(v2695, v2687, v64);
let v2699 = v59 * v3948;
var<function> v3822_store: f32;
let v3822 = &v3822_store;
*v3822 = v2699;
if v57 {
let v2701 = v63 + v2472;
let v2703 = v2701 + v256;
let v2707 = &(*v3958)[v2703];
let v2708 = *v2707;
let v2710 = *v3822;
let v3949 = fma(v33, v2708, v2710);
*v3822 = v3949;

}
let v2712 = v3843 * v30;
let v2713 = v2712 + v2472;
let v2715 = v2713 + v256;
let v2719 = &(*v3955)[v2715];
let v2720 = *v3822;
*v2719 = v2720;
let v2724 = *v3789;
let v3950 = fma(v2720, v2720, v2724);
*v3789 = v3950;

}
let v2727 = v2472 + v339;
let v2728 = v2727 < v30;
if v2728 {
let v2730 = v2476 / v256;
let v2734 = &(*v3959)[v2730];
let v2735 = *v2734;
let v2736 = u32(v2476);
let v2737 = u32(1);
let v2738 = v2736 & v2737;
let v2739 = u32(16);
let v2740 = v2739 * v2738;
let v2741 = v2735 >> u32(v2740);
let v2742 = u32(65535);
let v2743 = v2741 & v2742;
let v2744 = u32(32767);
let v2745 = v2743 & v2744;
let v2746 = u32(13);
let v2747 = v2745 << u32(v2746);
let v2748 = u32(939524096);
let v2749 = v2747 + v2748;
let v2752 = u32(2139095040);
let v2753 = v2747 | v2752;
let v2754 = u32(31744);
let v2755 = v2745 >= v2754;
let v2756 = select(v2749, v2753, v2755);
let v2757 = f32(v2745);
let v2758 = f32(5.960464477539063e-8);
let v2759 = v2757 * v2758;
let v2760 = u32(1024);
let v2761 = v2745 < v2760;
let v2762 = bitcast<f32>(v2756);
let v2763 = select(v2762, v2759, v2761);
let v2764 = bitcast<u32>(v2763);
let v2765 = u32(32768);
let v2766 = v2743 & v2765;
let v2768 = v2766 << u32(v2739);
let v2769 = v2764 | v2768;
let v2770 = bitcast<f32>(v2769);
let v2771 = v80[3];
let v2772 = u32(28);
let v2773 = v2771 >> u32(v2772);
let v2774 = u32(15);
let v2775 = v2773 & v2774;
let v2776 = f32(v2775);
let v2777 = f32(8.0);
let v2778 = v2776 - v2777;
let v3951 = fma(v2778, v2770, v64);
let v2782 = v59 * v3951;
var<function> v3823_store: f32;
let v3823 = &v3823_store;
*v3823 = v2782;
if v57 {
let v2784 = v63 + v2472;
let v2786 = v2784 + v339;
let v2790 = &(*v3958)[v2786];
let v2791 = *v2790;
let v2793 = *v3823;
let v3952 = fma(v33, v2791, v2793);
*v3823 = v3952;

}
let v2795 = v3843 * v30;
let v2796 = v2795 + v2472;
let v2798 = v2796 + v339;
let v2802 = &(*v3955)[v2798];
let v2803 = *v3823;
*v2802 = v2803;
let v2807 = *v3789;
let v3953 = fma(v2803, v2803, v2807);
*v3789 = v3953;

}
let v2809 = *v3790;
let v2810 = u32(128);
let v2811 = v2809 + v2810;
*v3790 = v2811;

}
let v3824 = &shared_v2812;
let v2814 = u32(128);
let v2821 = &(*v3824)[v68];
let v2822 = *v3789;
*v2821 = v2822;
workgroupBarrier();
let v2823 = u32(64);
let v2824 = v68 < v2823;
if v2824 {
let v2826 = v68 + v2823;
let v2830 = &(*v3824)[v2826];
let v2831 = *v2830;
let v2836 = *v2821;
let v2837 = v2836 + v2831;
*v2821 = v2837;

}
workgroupBarrier();
let v2838 = u32(32);
let v2839 = v68 < v2838;
if v2839 {
let v2841 = v68 + v2838;
let v2845 = &(*v3824)[v2841];
let v2846 = *v2845;
let v2851 = *v2821;
let v2852 = v2851 + v2846;
*v2821 = v2852;

}
workgroupBarrier();
let v2853 = u32(16);
let v2854 = v68 < v2853;
if v2854 {
let v2856 = v68 + v2853;
let v2860 = &(*v3824)[v2856];
let v2861 = *v2860;
let v2866 = *v2821;
let v2867 = v2866 + v2861;
*v2821 = v2867;

}
workgroupBarrier();
let v2868 = u32(8);
let v2869 = v68 < v2868;
if v2869 {
let v2871 = v68 + v2868;
let v2875 = &(*v3824)[v2871];
let v2876 = *v2875;
let v2881 = *v2821;
let v2882 = v2881 + v2876;
*v2821 = v2882;

}
workgroupBarrier();
let v2883 = u32(4);
let v2884 = v68 < v2883;
if v2884 {
let v2886 = v68 + v2883;
let v2890 = &(*v3824)[v2886];
let v2891 = *v2890;
let v2896 = *v2821;
let v2897 = v2896 + v2891;
*v2821 = v2897;

}
workgroupBarrier();
let v2898 = u32(2);
let v2899 = v68 < v2898;
if v2899 {
let v2901 = v68 + v2898;
let v2905 = &(*v3824)[v2901];
let v2906 = *v2905;
let v2911 = *v2821;
let v2912 = v2911 + v2906;
*v2821 = v2912;

}
workgroupBarrier();
let v2914 = v68 < v46;
if v2914 {
let v2916 = v68 + v46;
let v2920 = &(*v3824)[v2916];
let v2921 = *v2920;
let v2926 = *v2821;
let v2927 = v2926 + v2921;
*v2821 = v2927;

}
workgroupBarrier();
let v2932 = &(*v3824)[v3];
let v2933 = *v2932;
workgroupBarrier();
let v2934 = f32(v30);
let v2935 = v2933 / v2934;
let v2936 = v2935 + v34;
let v2937 = sqrt(v2936);
let v2939 = v58 / v2937;
var<function> v3825_store: u32;
let v3825 = &v3825_store;
*v3825 = v68;
loop {
let v2943 = *v3825;
let v2944 = v2943 < v31;
if !v2944 { break; }
let v2946 = *v3825;
let v2948 = v2946 * v2838;
let v2951 = v2948 < v30;
if v2951 {
let v2952 = v3843 * v30;
let v2953 = v2952 + v2948;
let v2957 = &(*v3955)[v2953];
let v2958 = *v2957;
let v2959 = v2958 * v2939;
let v2963 = &(*v3956)[v2948];
let v2964 = *v2963;
let v2965 = v2959 * v2964;
let v2971 = &(*v3954)[v2953];
*v2971 = v2965;

}
let v2976 = v2948 + v46;
let v2977 = v2976 < v30;
if v2977 {
let v2978 = v3843 * v30;
let v2979 = v2978 + v2976;
let v2983 = &(*v3955)[v2979];
let v2984 = *v2983;
let v2985 = v2984 * v2939;
let v2989 = &(*v3956)[v2976];
let v2990 = *v2989;
let v2991 = v2985 * v2990;
let v2997 = &(*v3954)[v2979];
*v2997 = v2991;

}
let v3002 = v2948 + v2898;
let v3003 = v3002 < v30;
if v3003 {
let v3004 = v3843 * v30;
let v3005 = v3004 + v3002;
let v3009 = &(*v3955)[v3005];
let v3010 = *v3009;
let v3011 = v3010 * v2939;
let v3015 = &(*v3956)[v3002];
let v3016 = *v3015;
let v3017 = v3011 * v3016;
let v3023 = &(*v3954)[v3005];
*v3023 = v3017;

}
let v3027 = u32(3);
let v3028 = v2948 + v3027;
let v3029 = v3028 < v30;
if v3029 {
let v3030 = v3843 * v30;
let v3031 = v3030 + v3028;
let v3035 = &(*v3955)[v3031];
let v3036 = *v3035;
let v3037 = v3036 * v2939;
let v3041 = &(*v3956)[v3028];
let v3042 = *v3041;
let v3043 = v3037 * v3042;
let v3049 = &(*v3954)[v3031];
*v3049 = v3043;

}
let v3054 = v2948 + v2883;
let v3055 = v3054 < v30;
if v3055 {
let v3056 = v3843 * v30;
let v3057 = v3056 + v3054;
let v3061 = &(*v3955)[v3057];
let v3062 = *v3061;
let v3063 = v3062 * v2939;
let v3067 = &(*v3956)[v3054];
let v3068 = *v3067;
let v3069 = v3063 * v3068;
let v3075 = &(*v3954)[v3057];
*v3075 = v3069;

}
let v3079 = u32(5);
let v3080 = v2948 + v3079;
let v3081 = v3080 < v30;
if v3081 {
let v3082 = v3843 * v30;
let v3083 = v3082 + v3080;
let v3087 = &(*v3955)[v3083];
let v3088 = *v3087;
let v3089 = v3088 * v2939;
let v3093 = &(*v3956)[v3080];
let v3094 = *v3093;
let v3095 = v3089 * v3094;
let v3101 = &(*v3954)[v3083];
*v3101 = v3095;

}
let v3105 = u32(6);
let v3106 = v2948 + v3105;
let v3107 = v3106 < v30;
if v3107 {
let v3108 = v3843 * v30;
let v3109 = v3108 + v3106;
let v3113 = &(*v3955)[v3109];
let v3114 = *v3113;
let v3115 = v3114 * v2939;
let v3119 = &(*v3956)[v3106];
let v3120 = *v3119;
let v3121 = v3115 * v3120;
let v3127 = &(*v3954)[v3109];
*v3127 = v3121;

}
let v3131 = u32(7);
let v3132 = v2948 + v3131;
let v3133 = v3132 < v30;
if v3133 {
let v3134 = v3843 * v30;
let v3135 = v3134 + v3132;
let v3139 = &(*v3955)[v3135];
let v3140 = *v3139;
let v3141 = v3140 * v2939;
let v3145 = &(*v3956)[v3132];
let v3146 = *v3145;
let v3147 = v3141 * v3146;
let v3153 = &(*v3954)[v3135];
*v3153 = v3147;

}
let v3158 = v2948 + v2868;
let v3159 = v3158 < v30;
if v3159 {
let v3160 = v3843 * v30;
let v3161 = v3160 + v3158;
let v3165 = &(*v3955)[v3161];
let v3166 = *v3165;
let v3167 = v3166 * v2939;
let v3171 = &(*v3956)[v3158];
let v3172 = *v3171;
let v3173 = v3167 * v3172;
let v3179 = &(*v3954)[v3161];
*v3179 = v3173;

}
let v3183 = u32(9);
let v3184 = v2948 + v3183;
let v3185 = v3184 < v30;
if v3185 {
let v3186 = v3843 * v30;
let v3187 = v3186 + v3184;
let v3191 = &(*v3955)[v3187];
let v3192 = *v3191;
let v3193 = v3192 * v2939;
let v3197 = &(*v3956)[v3184];
let v3198 = *v3197;
let v3199 = v3193 * v3198;
let v3205 = &(*v3954)[v3187];
*v3205 = v3199;

}
let v3209 = u32(10);
let v3210 = v2948 + v3209;
let v3211 = v3210 < v30;
if v3211 {
let v3212 = v3843 * v30;
let v3213 = v3212 + v3210;
let v3217 = &(*v3955)[v3213];
let v3218 = *v3217;
let v3219 = v3218 * v2939;
let v3223 = &(*v3956)[v3210];
let v3224 = *v3223;
let v3225 = v3219 * v3224;
let v3231 = &(*v3954)[v3213];
*v3231 = v3225;

}
let v3235 = u32(11);
let v3236 = v2948 + v3235;
let v3237 = v3236 < v30;
if v3237 {
let v3238 = v3843 * v30;
let v3239 = v3238 + v3236;
let v3243 = &(*v3955)[v3239];
let v3244 = *v3243;
let v3245 = v3244 * v2939;
let v3249 = &(*v3956)[v3236];
let v3250 = *v3249;
let v3251 = v3245 * v3250;
let v3257 = &(*v3954)[v3239];
*v3257 = v3251;

}
let v3261 = u32(12);
let v3262 = v2948 + v3261;
let v3263 = v3262 < v30;
if v3263 {
let v3264 = v3843 * v30;
let v3265 = v3264 + v3262;
let v3269 = &(*v3955)[v3265];
let v3270 = *v3269;
let v3271 = v3270 * v2939;
let v3275 = &(*v3956)[v3262];
let v3276 = *v3275;
let v3277 = v3271 * v3276;
let v3283 = &(*v3954)[v3265];
*v3283 = v3277;

}
let v3287 = u32(13);
let v3288 = v2948 + v3287;
let v3289 = v3288 < v30;
if v3289 {
let v3290 = v3843 * v30;
let v3291 = v3290 + v3288;
let v3295 = &(*v3955)[v3291];
let v3296 = *v3295;
let v3297 = v3296 * v2939;
let v3301 = &(*v3956)[v3288];
let v3302 = *v3301;
let v3303 = v3297 * v3302;
let v3309 = &(*v3954)[v3291];
*v3309 = v3303;

}
let v3313 = u32(14);
let v3314 = v2948 + v3313;
let v3315 = v3314 < v30;
if v3315 {
let v3316 = v3843 * v30;
let v3317 = v3316 + v3314;
let v3321 = &(*v3955)[v3317];
let v3322 = *v3321;
let v3323 = v3322 * v2939;
let v3327 = &(*v3956)[v3314];
let v3328 = *v3327;
let v3329 = v3323 * v3328;
let v3335 = &(*v3954)[v3317];
*v3335 = v3329;

}
let v3339 = u32(15);
let v3340 = v2948 + v3339;
let v3341 = v3340 < v30;
if v3341 {
let v3342 = v3843 * v30;
let v3343 = v3342 + v3340;
let v3347 = &(*v3955)[v3343];
let v3348 = *v3347;
let v3349 = v3348 * v2939;
let v3353 = &(*v3956)[v3340];
let v3354 = *v3353;
let v3355 = v3349 * v3354;
let v3361 = &(*v3954)[v3343];
*v3361 = v3355;

}
let v3366 = v2948 + v2853;
let v3367 = v3366 < v30;
if v3367 {
let v3368 = v3843 * v30;
let v3369 = v3368 + v3366;
let v3373 = &(*v3955)[v3369];
let v3374 = *v3373;
let v3375 = v3374 * v2939;
let v3379 = &(*v3956)[v3366];
let v3380 = *v3379;
let v3381 = v3375 * v3380;
let v3387 = &(*v3954)[v3369];
*v3387 = v3381;

}
let v3391 = u32(17);
let v3392 = v2948 + v3391;
let v3393 = v3392 < v30;
if v3393 {
let v3394 = v3843 * v30;
let v3395 = v3394 + v3392;
let v3399 = &(*v3955)[v3395];
let v3400 = *v3399;
let v3401 = v3400 * v2939;
let v3405 = &(*v3956)[v3392];
let v3406 = *v3405;
let v3407 = v3401 * v3406;
let v3413 = &(*v3954)[v3395];
*v3413 = v3407;

}
let v3417 = u32(18);
let v3418 = v2948 + v3417;
let v3419 = v3418 < v30;
if v3419 {
let v3420 = v3843 * v30;
let v3421 = v3420 + v3418;
let v3425 = &(*v3955)[v3421];
let v3426 = *v3425;
let v3427 = v3426 * v2939;
let v3431 = &(*v3956)[v3418];
let v3432 = *v3431;
let v3433 = v3427 * v3432;
let v3439 = &(*v3954)[v3421];
*v3439 = v3433;

}
let v3443 = u32(19);
let v3444 = v2948 + v3443;
let v3445 = v3444 < v30;
if v3445 {
let v3446 = v3843 * v30;
let v3447 = v3446 + v3444;
let v3451 = &(*v3955)[v3447];
let v3452 = *v3451;
let v3453 = v3452 * v2939;
let v3457 = &(*v3956)[v3444];
let v3458 = *v3457;
let v3459 = v3453 * v3458;
let v3465 = &(*v3954)[v3447];
*v3465 = v3459;

}
let v3469 = u32(20);
let v3470 = v2948 + v3469;
let v3471 = v3470 < v30;
if v3471 {
let v3472 = v3843 * v30;
let v3473 = v3472 + v3470;
let v3477 = &(*v3955)[v3473];
let v3478 = *v3477;
let v3479 = v3478 * v2939;
let v3483 = &(*v3956)[v3470];
let v3484 = *v3483;
let v3485 = v3479 * v3484;
let v3491 = &(*v3954)[v3473];
*v3491 = v3485;

}
let v3495 = u32(21);
let v3496 = v2948 + v3495;
let v3497 = v3496 < v30;
if v3497 {
let v3498 = v3843 * v30;
let v3499 = v3498 + v3496;
let v3503 = &(*v3955)[v3499];
let v3504 = *v3503;
let v3505 = v3504 * v2939;
let v3509 = &(*v3956)[v3496];
let v3510 = *v3509;
let v3511 = v3505 * v3510;
let v3517 = &(*v3954)[v3499];
*v3517 = v3511;

}
let v3521 = u32(22);
let v3522 = v2948 + v3521;
let v3523 = v3522 < v30;
if v3523 {
let v3524 = v3843 * v30;
let v3525 = v3524 + v3522;
let v3529 = &(*v3955)[v3525];
let v3530 = *v3529;
let v3531 = v3530 * v2939;
let v3535 = &(*v3956)[v3522];
let v3536 = *v3535;
let v3537 = v3531 * v3536;
let v3543 = &(*v3954)[v3525];
*v3543 = v3537;

}
let v3547 = u32(23);
let v3548 = v2948 + v3547;
let v3549 = v3548 < v30;
if v3549 {
let v3550 = v3843 * v30;
let v3551 = v3550 + v3548;
let v3555 = &(*v3955)[v3551];
let v3556 = *v3555;
let v3557 = v3556 * v2939;
let v3561 = &(*v3956)[v3548];
let v3562 = *v3561;
let v3563 = v3557 * v3562;
let v3569 = &(*v3954)[v3551];
*v3569 = v3563;

}
let v3573 = u32(24);
let v3574 = v2948 + v3573;
let v3575 = v3574 < v30;
if v3575 {
let v3576 = v3843 * v30;
let v3577 = v3576 + v3574;
let v3581 = &(*v3955)[v3577];
let v3582 = *v3581;
let v3583 = v3582 * v2939;
let v3587 = &(*v3956)[v3574];
let v3588 = *v3587;
let v3589 = v3583 * v3588;
let v3595 = &(*v3954)[v3577];
*v3595 = v3589;

}
let v3599 = u32(25);
let v3600 = v2948 + v3599;
let v3601 = v3600 < v30;
if v3601 {
let v3602 = v3843 * v30;
let v3603 = v3602 + v3600;
let v3607 = &(*v3955)[v3603];
let v3608 = *v3607;
let v3609 = v3608 * v2939;
let v3613 = &(*v3956)[v3600];
let v3614 = *v3613;
let v3615 = v3609 * v3614;
let v3621 = &(*v3954)[v3603];
*v3621 = v3615;

}
let v3625 = u32(26);
let v3626 = v2948 + v3625;
let v3627 = v3626 < v30;
if v3627 {
let v3628 = v3843 * v30;
let v3629 = v3628 + v3626;
let v3633 = &(*v3955)[v3629];
let v3634 = *v3633;
let v3635 = v3634 * v2939;
let v3639 = &(*v3956)[v3626];
let v3640 = *v3639;
let v3641 = v3635 * v3640;
let v3647 = &(*v3954)[v3629];
*v3647 = v3641;

}
let v3651 = u32(27);
let v3652 = v2948 + v3651;
let v3653 = v3652 < v30;
if v3653 {
let v3654 = v3843 * v30;
let v3655 = v3654 + v3652;
let v3659 = &(*v3955)[v3655];
let v3660 = *v3659;
let v3661 = v3660 * v2939;
let v3665 = &(*v3956)[v3652];
let v3666 = *v3665;
let v3667 = v3661 * v3666;
let v3673 = &(*v3954)[v3655];
*v3673 = v3667;

}
let v3677 = u32(28);
let v3678 = v2948 + v3677;
let v3679 = v3678 < v30;
if v3679 {
let v3680 = v3843 * v30;
let v3681 = v3680 + v3678;
let v3685 = &(*v3955)[v3681];
let v3686 = *v3685;
let v3687 = v3686 * v2939;
let v3691 = &(*v3956)[v3678];
let v3692 = *v3691;
let v3693 = v3687 * v3692;
let v3699 = &(*v3954)[v3681];
*v3699 = v3693;

}
let v3703 = u32(29);
let v3704 = v2948 + v3703;
let v3705 = v3704 < v30;
if v3705 {
let v3706 = v3843 * v30;
let v3707 = v3706 + v3704;
let v3711 = &(*v3955)[v3707];
let v3712 = *v3711;
let v3713 = v3712 * v2939;
let v3717 = &(*v3956)[v3704];
let v3718 = *v3717;
let v3719 = v3713 * v3718;
let v3725 = &(*v3954)[v3707];
*v3725 = v3719;

}
let v3729 = u32(30);
let v3730 = v2948 + v3729;
let v3731 = v3730 < v30;
if v3731 {
let v3732 = v3843 * v30;
let v3733 = v3732 + v3730;
let v3737 = &(*v3955)[v3733];
let v3738 = *v3737;
let v3739 = v3738 * v2939;
let v3743 = &(*v3956)[v3730];
let v3744 = *v3743;
let v3745 = v3739 * v3744;
let v3751 = &(*v3954)[v3733];
*v3751 = v3745;

}
let v3755 = u32(31);
let v3756 = v2948 + v3755;
let v3757 = v3756 < v30;
if v3757 {
let v3758 = v3843 * v30;
let v3759 = v3758 + v3756;
let v3763 = &(*v3955)[v3759];
let v3764 = *v3763;
let v3765 = v3764 * v2939;
let v3769 = &(*v3956)[v3756];
let v3770 = *v3769;
let v3771 = v3765 * v3770;
let v3777 = &(*v3954)[v3759];
*v3777 = v3771;

}
let v3780 = v2946 + v2814;
*v3825 = v3780;

}

}
return;

}
